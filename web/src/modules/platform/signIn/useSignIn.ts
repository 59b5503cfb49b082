import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { api } from '@/shared/api/client';
import { ApiProblem } from '@/shared/api/problem';
import { type Session, sessionQuery } from '@/shared/api/session';
import type { Body } from '@/shared/api/types';
import { usePreferences } from '@/shared/ui/preferences';
import { passkeysWork, signInWithPasskey } from '../passkey';

/** Only paths of this site: an address elsewhere in `return` would make the sign-in page a trap. */
export const safeReturn = (path: string | null): string =>
  path?.startsWith('/') && !/^\/[/\\]/.test(path) && !path.startsWith('/sign-in') ? path : '/';

export interface SignIn {
  busy: boolean;
  problem: unknown;
  /** The password was right and a second factor is wanted. */
  wantsCode: boolean;
  withPassword: (body: Body<'/api/session'>) => Promise<void>;
  withPasskey: () => Promise<void>;
  startOver: () => void;
}

export function useSignIn(): SignIn {
  const navigate = useNavigate();
  const client = useQueryClient();
  const [search] = useSearchParams();
  const [state, setState] = useState<{ busy: boolean; problem: unknown; wantsCode: boolean }>({
    busy: false,
    problem: null,
    wantsCode: false,
  });

  const enter = (session: Session) => {
    // Nothing of whoever used this page before stays.
    client.clear();
    client.setQueryData(sessionQuery.queryKey, session);
    navigate(safeReturn(search.get('return')), { replace: true });
  };

  const attempt = async (ask: () => Promise<Session | null | undefined>) => {
    setState((now) => ({ ...now, busy: true, problem: null }));
    try {
      const session = await ask();
      if (session) enter(session);
      else setState((now) => ({ ...now, busy: false }));
    } catch (problem) {
      const asksCode = problem instanceof ApiProblem && problem.code === 'session.code-required';
      setState((now) => ({
        busy: false,
        problem: asksCode ? null : problem,
        wantsCode: now.wantsCode || asksCode,
      }));
    }
  };

  // A person who used a passkey here before gets it offered at the sign-in name, without pressing anything.
  const offersPasskey = usePreferences((p) => p.offersPasskey);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for a visit of the page
  useEffect(() => {
    if (!offersPasskey || !passkeysWork()) return;
    const leaving = new AbortController();
    void PublicKeyCredential.isConditionalMediationAvailable?.()
      .then((can) => (can ? signInWithPasskey(leaving.signal) : null))
      .then((session) => session && enter(session))
      // Nobody asked for it, so nobody hears that it failed.
      .catch(() => {});
    return () => leaving.abort();
  }, []);

  return {
    ...state,
    withPassword: (body) => attempt(async () => (await api.POST('/api/session', { body })).data),
    withPasskey: () => attempt(() => signInWithPasskey()),
    startOver: () => setState({ busy: false, problem: null, wantsCode: false }),
  };
}
