import { server } from '@/shared/api/client';
import type { Reply } from '@/shared/api/types';

export type Unit = Reply<'/api/units'>['items'][number];

export interface UnitNode {
  /** For antd's tree and tree choice. */
  key: string;
  value: string;
  title: string;
  unit: Unit;
  /** People here and below. */
  people: number;
  children: UnitNode[];
}

/** The server sends units in their order, with the parent by id. */
export function treeOf(units: Unit[], parent: string | null = null): UnitNode[] {
  return units
    .filter((unit) => (unit.parentId ?? null) === parent)
    .map((unit) => {
      const children = treeOf(units, unit.id);
      const people = children.reduce((sum, child) => sum + child.people, unit.people);
      return { key: unit.id, value: unit.id, title: unit.name, unit, people, children };
    });
}

/** The unit and all below it: where it cannot be moved to. */
export const branchOf = (units: Unit[], id: string): string[] => [
  id,
  ...units.filter((unit) => unit.parentId === id).flatMap((unit) => branchOf(units, unit.id)),
];

/** For a choice in one line: deeper ones further in. */
export const indented = (nodes: UnitNode[], depth = 0): { value: string; label: string }[] =>
  nodes.flatMap((node) => [
    { value: node.value, label: `${'\u3000'.repeat(depth)}${node.title}` },
    ...indented(node.children, depth + 1),
  ]);

export function useUnits() {
  const reply = server.useQuery('get', '/api/units', undefined, { staleTime: 60_000 });
  return { ...reply, units: reply.data?.items ?? [] };
}
