import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { Language } from '@/shared/format/language';

export type ThemeChoice = 'system' | 'light' | 'dark';
export type Density = 'middle' | 'small';

/** How one list is arranged by this person in this browser. */
export interface ListPreference {
  columns?: string[];
  density?: Density;
}

interface Preferences {
  theme: ThemeChoice;
  /** Null: the language of the account, then of the browser. */
  language: Language | null;
  density: Density;
  /** Null: by language, red is up in Chinese and green is up in English. */
  upIsRed: boolean | null;
  siderCollapsed: boolean;
  closedGroups: string[];
  lists: Record<string, ListPreference>;
  /** A passkey was used here before, so the browser may offer it unasked. */
  offersPasskey: boolean;
}

/** Taste only, kept in this browser: nothing here may be a secret or a fact of the business. */
export const usePreferences = create<Preferences>()(
  persist(
    (): Preferences => ({
      theme: 'system',
      language: null,
      density: 'middle',
      upIsRed: null,
      siderCollapsed: false,
      closedGroups: [],
      lists: {},
      offersPasskey: false,
    }),
    { name: 'yingpan.preferences', version: 1 },
  ),
);

export function setPreference(change: Partial<Preferences>): void {
  usePreferences.setState(change);
}

export function setListPreference(list: string, change: ListPreference): void {
  usePreferences.setState(({ lists }) => ({ lists: { ...lists, [list]: { ...lists[list], ...change } } }));
}
