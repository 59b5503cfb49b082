import type { Body, Reply } from '@/shared/api/types';

export type Table = Reply<'/api/approval-tables/{id}'>;
export type Content = NonNullable<Body<'/api/approval-tables'>['content']>;
export type Row = Content['rows'][number];
export type Node = Row['route'][number];
export type Tried = Reply<'/api/approval-tables/try', 'post'>;
export type Covered = Tried['coverage'];
export type Region = Partial<Covered['gaps'][number]>;
export type Kind = Reply<'/api/approval-matters'>['kinds'][number];

export const finders = ['Superior', 'SuperiorsToUnit', 'SuperiorsToAuthority', 'Role', 'People', 'Choice'] as const;
export const modes = ['InSequence', 'AllOf', 'AnyOf'] as const;
export const substitutes = ['Superior', 'Person', 'Skip'] as const;
export const lates = ['Remind', 'Escalate', 'Pass'] as const;
export const unitKinds = ['Team', 'Store', 'Department', 'Region', 'Company'] as const;

export const newNode = (name: string): Node => ({
  name,
  finder: 'Superior',
  people: [],
  levels: 1,
  mode: 'InSequence',
  substitute: 'Superior',
  late: 'Remind',
  workingHours: false,
});

/** All limits of a station, the first included. */
export const limitsOf = (node: Node): { hours: number; late?: Node['late'] }[] =>
  node.hours
    ? [
        { hours: Number(node.hours), late: node.late },
        ...(node.later ?? []).map((one) => ({ ...one, hours: Number(one.hours) })),
      ]
    : [];

export const newRow = (station: string): Row => ({
  matters: [],
  grades: [],
  positions: [],
  route: [newNode(station)],
  copyTo: [],
});

/** Only what the finder of a node asks for goes to the server; what was set for another finder is forgotten. */
export const cleanNode = (node: Node): Node => ({
  name: node.name ?? '',
  finder: node.finder,
  people: node.finder === 'People' ? (node.people ?? []) : [],
  role: node.finder === 'Role' ? (node.role ?? null) : null,
  levels: node.finder === 'Superior' ? Number(node.levels ?? 1) : null,
  unitKind: node.finder === 'SuperiorsToUnit' ? (node.unitKind ?? null) : null,
  mode: node.mode ?? 'InSequence',
  substitute: node.substitute ?? 'Superior',
  substituteId: node.substitute === 'Person' ? (node.substituteId ?? null) : null,
  hours: node.hours ? Number(node.hours) : null,
  late: node.late ?? 'Remind',
  later: node.hours
    ? (node.later ?? []).map(({ hours, late }) => ({ hours: Number(hours), late: late ?? 'Remind' }))
    : [],
  workingHours: !!node.hours && !!node.workingHours,
});

export const cleanRow = (row: Row): Row => ({
  name: row.name || null,
  matters: row.matters ?? [],
  amountFrom: row.amountFrom || null,
  amountTo: row.amountTo || null,
  discountFrom: row.discountFrom || null,
  discountTo: row.discountTo || null,
  daysFrom: row.daysFrom || null,
  daysTo: row.daysTo || null,
  grades: row.grades ?? [],
  unitId: row.unitId || null,
  positions: row.positions ?? [],
  route: (row.route ?? []).map(cleanNode),
  copyTo: row.copyTo ?? [],
});

/** `rows[1].route[0].people[2]` ▸ row 2, station 1. */
export function placeOf(field: string): { row: number; station?: number } | null {
  const row = /rows\[(\d+)\]/.exec(field);
  if (!row) return null;
  const station = /route\[(\d+)\]/.exec(field);
  return { row: Number(row[1]) + 1, ...(station ? { station: Number(station[1]) + 1 } : {}) };
}
