import { useSyncExternalStore } from 'react';

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
  );
}

/** Below 768 px the phone shell takes over: one column, cards, native inputs, 44 px targets. */
export const useIsPhone = (): boolean => useMedia('(max-width: 767.98px)');

export const useSystemIsDark = (): boolean => useMedia('(prefers-color-scheme: dark)');

/** The person asked the system for less motion; the CSS half of it is in base.css. */
export const useIsStill = (): boolean => useMedia('(prefers-reduced-motion: reduce)');
