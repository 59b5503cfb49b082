import type { Body, Reply } from '@/shared/api/types';
import type { Tone } from '@/shared/ui/StatusTag';

export type Plan = Reply<'/api/reorganizations/{id}'>;
export type Preview = Reply<'/api/reorganizations/preview', 'post'>;
export type Step = Body<'/api/reorganizations'>['steps'][number];
export type StepKind = Step['kind'];
export type UnitLine = Preview['units'][number];

export const stepKinds: StepKind[] = ['MovePeople', 'NewUnit', 'MoveUnit', 'Merge', 'SetHead', 'Rename', 'Close'];

/** What is being written, before it is sent. */
export interface Draft {
  name: string;
  reason: string | null;
  day: string;
  steps: Step[];
}

/** Ready, ahead of its day, in force, taken back. */
export type Standing = 'draft' | 'ahead' | 'inForce' | 'withdrawn';

export const standingOf = ({ state, isAhead }: { state: Plan['state']; isAhead: boolean }): Standing =>
  state === 'Draft' ? 'draft' : state === 'Withdrawn' ? 'withdrawn' : isAhead ? 'ahead' : 'inForce';

export const standingTones: Record<Standing, Tone> = {
  draft: 'neutral',
  ahead: 'progress',
  inForce: 'good',
  withdrawn: 'warning',
};

export interface SideNode {
  line: UnitLine;
  name: string;
  headName: string | null;
  people: number;
  marks: Mark[];
  children: SideNode[];
}

export type Mark = 'new' | 'closed' | 'renamed' | 'moved' | 'head';

/** How a unit differs between the two sides; a closed one is marked before, a new one after. */
export function marksOf({ before, after }: UnitLine): Mark[] {
  if (!before) return ['new'];
  if (!after) return ['closed'];
  return [
    ...(before.name !== after.name ? (['renamed'] as const) : []),
    ...(before.parentId !== after.parentId ? (['moved'] as const) : []),
    ...(before.headId !== after.headId ? (['head'] as const) : []),
  ];
}

/** The tree of one side. With `changedOnly`, branches in which nothing differs are left out. */
export function treeOfSide(units: UnitLine[], side: 'before' | 'after', changedOnly: boolean): SideNode[] {
  const under = new Map<string | null, UnitLine[]>();
  for (const line of units) {
    const place = line[side];
    if (place) under.set(place.parentId ?? null, [...(under.get(place.parentId ?? null) ?? []), line]);
  }
  const grow = (parent: string | null): SideNode[] =>
    (under.get(parent) ?? [])
      .sort((a, b) => (a[side]?.order ?? 0) - (b[side]?.order ?? 0) || a.id.localeCompare(b.id))
      .flatMap((line) => {
        const place = line[side];
        if (!place) return [];
        const node: SideNode = {
          line,
          name: place.name,
          headName: place.headName ?? null,
          people: place.people,
          marks: marksOf(line),
          children: grow(line.id),
        };
        const differs = node.marks.length > 0 || line.before?.people !== line.after?.people;
        return !changedOnly || differs || node.children.length > 0 ? [node] : [];
      });
  return grow(null);
}

/** The units one can still point at: those there are, and those that the steps found. */
export function unitChoices(preview: Preview | undefined): { value: string; label: string }[] {
  const flat = (nodes: SideNode[], depth: number): { value: string; label: string }[] =>
    nodes.flatMap(({ line, name, children }) => [
      { value: line.id, label: `${'\u3000'.repeat(depth)}${name}` },
      ...flat(children, depth + 1),
    ]);
  const units = preview?.units ?? [];
  const after = flat(treeOfSide(units, 'after', false), 0);
  const gone = units.filter((line) => !line.after && line.before);
  return [...after, ...gone.map((line) => ({ value: line.id, label: line.before?.name ?? '' }))];
}

/** `steps[3].people[0]` is about the fourth step; null is about the whole. */
export function stepOfFault(field: string): number | null {
  const found = /^steps\[(\d+)\]/.exec(field);
  return found ? Number(found[1]) : null;
}

/** The same list with another at that place; at the end it is one more. */
export const replaced = <T>(list: T[], at: number, one: T): T[] => [...list.slice(0, at), one, ...list.slice(at + 1)];
