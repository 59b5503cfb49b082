import type { Fault } from '@/shared/api/problem';

export type NamePath = (string | number)[];

/** `lines[2].unitPrice`, `lines.2.unitPrice` and `/lines/2/unitPrice` ▸ ['lines', 2, 'unitPrice'] */
export const namePath = (field: string): NamePath =>
  field
    .split(/[./[\]]+/)
    .filter(Boolean)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));

interface PlacedFaults {
  fields: { name: NamePath; errors: string[] }[];
  /** What belongs to no field on screen, shown above the form: nothing the server said gets lost. */
  rest: string[];
}

/** Puts each fault at its field, else at the nearest field around it (a fault of a line at the list of lines). */
export function placeFaults(faults: Fault[], fieldsOnScreen: NamePath[]): PlacedFaults {
  const known = new Map(fieldsOnScreen.map((name) => [JSON.stringify(name), name]));
  const placed = new Map<NamePath, string[]>();
  const rest: string[] = [];
  for (const { field, message } of faults) {
    let name = namePath(field);
    while (name.length > 0 && !known.has(JSON.stringify(name))) name = name.slice(0, -1);
    const target = known.get(JSON.stringify(name));
    if (target) placed.set(target, [...(placed.get(target) ?? []), message]);
    else rest.push(message);
  }
  return { fields: Array.from(placed, ([name, errors]) => ({ name, errors })), rest };
}
