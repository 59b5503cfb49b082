import { useMemo } from 'react';
import { type Session, useSession } from '@/shared/api/session';
import { type CreateEntry, type MenuEntry, type MenuGroup, menuGroups } from '@/shared/module';
import { modules } from './modules';

const entries: MenuEntry[] = modules.flatMap((module) => module.menu ?? []);
const creates: CreateEntry[] = modules.flatMap((module) => module.create ?? []);

interface Menu {
  /** What the menu shows: without the pages that are tabs of another one shown. */
  groups: { name: MenuGroup; entries: MenuEntry[] }[];
  entries: MenuEntry[];
  creates: CreateEntry[];
  /** The phone's bottom bar. */
  tabs: MenuEntry[];
}

export function menuFor(session: Session, all = entries, allCreates = creates): Menu {
  const allowed = ({ permission }: { permission?: string }) => !permission || permission in session.permissions;
  const mine = menuGroups.map((name) => ({ name, entries: all.filter((e) => e.group === name && allowed(e)) }));
  const ordered = mine.flatMap((group) => group.entries);
  const shown = mine.map(({ name, entries }) => ({
    name,
    entries: entries.filter(({ under }) => !ordered.some((e) => e.path === under)),
  }));
  return {
    groups: shown.filter((group) => group.entries.length > 0),
    entries: ordered,
    creates: allCreates.filter(allowed),
    tabs: ordered.filter((e) => e.tab).toSorted((a, b) => (a.tab ?? 0) - (b.tab ?? 0)),
  };
}

/** What this person may open. An entry without its permission is not shown at all. */
export function useMenu(): Menu {
  const session = useSession();
  return useMemo(() => menuFor(session), [session]);
}

/** The entry a path lies under, the most specific one: /customers/42 belongs to /customers. */
export const entryAt = (list: MenuEntry[], path: string): MenuEntry | undefined =>
  list
    .filter((e) => path === e.path || path.startsWith(e.path === '/' ? '//' : `${e.path}/`))
    .toSorted((a, b) => b.path.length - a.path.length)[0];
