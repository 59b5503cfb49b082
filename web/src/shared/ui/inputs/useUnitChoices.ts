import { server } from '@/shared/api/client';
import { useCan } from '@/shared/api/session';
import type { Choice } from './ChoiceInput';

/** The units of the house as choices, indented as they hang together; none for who may not see them. */
export function useUnitChoices(): Choice[] {
  const may = useCan('organization.units-read');
  const { data } = server.useQuery('get', '/api/units', undefined, { enabled: may });
  const units = data?.items ?? [];
  const known = new Set(units.map((unit) => unit.id));
  const tops = units.filter((unit) => !unit.parentId || !known.has(unit.parentId));
  const choices = (level: typeof units, depth: number): Choice[] =>
    level.flatMap((unit) => [
      { value: unit.id, label: '\u3000'.repeat(depth) + unit.name },
      ...choices(
        units.filter(({ parentId }) => parentId === unit.id),
        depth + 1,
      ),
    ]);
  return choices(tops, 0);
}
