import createClient, { type Middleware } from 'openapi-fetch';
import createQueryClient from 'openapi-react-query';
import { answered, keyFor } from './idempotency';
import { networkProblem, problemOf } from './problem';
import type { paths } from './schema';

const sessionPath = '/api/session';
let signedOut: () => void = () => {};

/** The router registers here what happens when the session has ended. */
export function onSignedOut(handler: () => void): void {
  signedOut = handler;
}

const conventions: Middleware = {
  async onRequest({ request }) {
    // The language of the document is the language of its reader: the server's texts follow it.
    request.headers.set('Accept-Language', document.documentElement.lang);
    if (request.method === 'POST' && !request.headers.has('Idempotency-Key')) {
      const body = await request.clone().text();
      request.headers.set('Idempotency-Key', keyFor(`${request.url} ${body}`));
    }
    return request;
  },
  async onResponse({ request, response }) {
    answered(request.headers.get('Idempotency-Key'));
    if (response.ok) return undefined;
    // Asking for the session, and failing to sign in, is not losing a session.
    if (response.status === 401 && !new URL(request.url).pathname.startsWith(sessionPath)) signedOut();
    throw await problemOf(response);
  },
  onError({ error }) {
    return error instanceof DOMException ? undefined : networkProblem();
  },
};

/** One request: `await api.POST('/api/…', { body })`. Throws ApiProblem, so `data` is there whenever it returns. */
export const api = createClient<paths>({
  baseUrl: location.origin,
  // Looked up at each call, so that a test may replace fetch.
  fetch: (request) => fetch(request),
});
api.use(conventions);

/** The same as hooks: `server.useQuery('get', '/api/…')`, `server.useMutation('post', '/api/…')`. */
export const server = createQueryClient(api);

/** For an edit: refuses with 412 when somebody saved a newer version meanwhile. */
export const ifMatch = (version: number): { 'If-Match': string } => ({ 'If-Match': `"${version}"` });

/** For addresses built at run time (a picker's source, an export); typed paths use `api` and `server`. */
export async function getAt(path: string, signal?: AbortSignal): Promise<Response> {
  const headers = { 'Accept-Language': document.documentElement.lang };
  const response = await fetch(path, { headers, signal: signal ?? null }).catch((error) => {
    throw error instanceof DOMException ? error : networkProblem();
  });
  if (response.status === 401) signedOut();
  if (!response.ok) throw await problemOf(response);
  return response;
}
