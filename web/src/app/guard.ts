import { redirect } from 'react-router';
import { ApiProblem } from '@/shared/api/problem';
import { sessionQuery } from '@/shared/api/session';
import type { Language } from '@/shared/format/language';
import { showLanguage } from '@/shared/text/language';
import { usePreferences } from '@/shared/ui/preferences';
import { queryClient } from './queryClient';

export const signInPath = (from: { pathname: string; search: string }): string => {
  const back = from.pathname + from.search;
  return back === '/' ? '/sign-in' : `/sign-in?return=${encodeURIComponent(back)}`;
};

/** Loader of everything behind the sign-in. The session it loads is what `useSession` reads. */
export async function requireSession({ request }: { request: Request }): Promise<null> {
  try {
    const { account } = await queryClient.ensureQueryData(sessionQuery);
    // A choice made in this browser is closer to the person than the one stored with the account.
    if (account.language && !usePreferences.getState().language) await showLanguage(account.language as Language);
    return null;
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) throw redirect(signInPath(new URL(request.url)));
    throw error;
  }
}
