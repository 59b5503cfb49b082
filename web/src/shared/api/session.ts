import { useSuspenseQuery } from '@tanstack/react-query';
import { server } from './client';
import type { Reply } from './types';

export type Session = Reply<'/api/session'>;
/** How far a permission reaches. */
export type Reach = Session['permissions'][string];

/** Read once; signing in and out set it. `keep`: saving something else does not read it again. */
export const sessionQuery = server.queryOptions('get', '/api/session', undefined, {
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
  retry: false,
  meta: { keep: true },
});

/** Only below the sign-in guard, which has already loaded it. */
export const useSession = (): Session => useSuspenseQuery(sessionQuery).data;

/** For what the whole page depends on. A record says itself what may be done with it (`can`). */
export function useCan(permission: string | undefined): boolean {
  const { permissions } = useSession();
  return permission === undefined || permission in permissions;
}
