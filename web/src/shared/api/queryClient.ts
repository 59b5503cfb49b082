import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem';

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: { keep?: boolean };
    mutationMeta: {
      /** The caller shows the problem itself, beside the fields. */
      quiet?: boolean;
    };
  }
}

const worthRetrying = (error: unknown): boolean =>
  error instanceof ApiProblem && (error.status === 0 || error.status >= 502);

/** `report` shows a problem to the person; it is a parameter because the words and the toast live in the page. */
export function createQueryClient(report: (error: unknown) => void): QueryClient {
  const client: QueryClient = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (count, error) => count < 2 && worthRetrying(error),
      },
    },
    queryCache: new QueryCache({
      // The first load shows its failure in place; a refresh behind data that is already there only says so.
      onError: (error, query) => {
        if (query.state.data !== undefined) report(error);
      },
    }),
    mutationCache: new MutationCache({
      // Whatever was saved may show anywhere: everything on screen is read again. Simpler than a list of keys, and never stale.
      onSuccess: () => client.invalidateQueries({ predicate: (query) => !query.meta?.keep }),
      onError: (error, _variables, _result, mutation) => {
        if (!mutation.meta?.quiet) report(error);
      },
    }),
  });
  return client;
}
