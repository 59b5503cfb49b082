import { afterEach, describe, expect, test, vi } from 'vitest';
import { api } from './client';
import { newId } from './idempotency';
import { ApiProblem } from './problem';

const sent: Request[] = [];

function serverAnswers(...answers: (Response | Error)[]): void {
  sent.length = 0;
  vi.stubGlobal('fetch', async (request: Request) => {
    sent.push(request);
    const answer = answers.shift();
    if (!answer || answer instanceof Error) throw new TypeError('Failed to fetch');
    return answer;
  });
}

const created = () => Response.json({ token: 'x' });
const post = () => api.POST('/api/profile/tokens', { body: { name: 'a', expiresOn: '2027-01-01' } });
const keys = () => sent.map((request) => request.headers.get('Idempotency-Key'));

afterEach(() => vi.unstubAllGlobals());

describe('the client', () => {
  test('sends the language of the document', async () => {
    document.documentElement.lang = 'en-US';
    serverAnswers(Response.json({}));
    await api.GET('/api/welcome');
    expect(sent[0]?.headers.get('Accept-Language')).toBe('en-US');
  });

  test('turns a problem document into an ApiProblem with its faults', async () => {
    const faults = [{ field: 'name', code: 'required', message: 'Needed' }];
    serverAnswers(Response.json({ title: 'Faulty', code: 'faulty', faults }, { status: 400 }));
    const problem = await post().catch((error) => error);
    expect(problem).toBeInstanceOf(ApiProblem);
    expect(problem).toMatchObject({ status: 400, code: 'faulty', message: 'Faulty', faults });
  });

  test('keeps the status when a proxy answers with a page', async () => {
    serverAnswers(new Response('<h1>Bad gateway</h1>', { status: 502 }));
    await expect(post()).rejects.toMatchObject({ status: 502, code: 'unknown' });
  });

  test('a POST without an answer is sent again with the same key, an answered one with a new key', async () => {
    serverAnswers(new Error('offline'), created(), created());
    await expect(post()).rejects.toMatchObject({ status: 0, code: 'network' });
    await post();
    await post();
    const [first, second, third] = keys();
    expect(first).toBe(second);
    expect(third).not.toBe(second);
  });

  test('ids are UUIDs of version 7 in order of time', () => {
    expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(newId(1000) < newId(2000)).toBe(true);
  });
});
