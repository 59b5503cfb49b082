import i18next from 'i18next';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { confirmed } from '../confirm';

// The router allows one blocker, a page may have several forms: they register here and one guard asks for all.
// A drawer goes with any step in the history; a form on a page stays while only the query of its page changes.
type Place = 'page' | 'drawer';
const unsaved = new Map<object, Place>();

export function markUnsaved(form: object, place: Place | null): void {
  if (place) unsaved.set(form, place);
  else unsaved.delete(form);
}

/** Asks whether unsaved input may be dropped. */
export const confirmLeave = (): Promise<boolean> =>
  confirmed({
    title: i18next.t('leave.title', { ns: 'shared' }),
    text: i18next.t('leave.text', { ns: 'shared' }),
    yes: i18next.t('leave.leave', { ns: 'shared' }),
    no: i18next.t('leave.stay', { ns: 'shared' }),
    danger: true,
  });

/** Once in the shell: stops navigation, and closing the tab, while a form holds unsaved input. */
export function LeaveGuard() {
  const blocker = useBlocker(({ currentLocation, nextLocation }) => {
    const leavesPage = currentLocation.pathname !== nextLocation.pathname;
    return [...unsaved.values()].some((place) => leavesPage || place === 'drawer');
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: asks once for each blocked navigation
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    void confirmLeave().then((leave) => (leave ? blocker.proceed() : blocker.reset()));
  }, [blocker.state]);

  useEffect(() => {
    const onLeave = (event: BeforeUnloadEvent) => {
      if (unsaved.size > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', onLeave);
    return () => window.removeEventListener('beforeunload', onLeave);
  }, []);
  return null;
}
