import { server } from '@/shared/api/client';

const useNames = () => server.useQuery('get', '/api/customer-grades', undefined, { staleTime: 60_000 }).data;

/** What the house calls its grades by value today, the best first. */
export const useGrades = (): string[] => useNames()?.items ?? [];

/** And as it called them before: what lies longer still carries such a name. */
export const useGradesEver = (): string[] => {
  const names = useNames();
  return names ? [...names.items, ...names.earlier] : [];
};

/** To choose among them; one that is kept and is called so no more stays. */
export const gradeOptions = (grades: string[], kept?: string | null): { value: string; label: string }[] =>
  (kept && !grades.includes(kept) ? [...grades, kept] : grades).map((grade) => ({ value: grade, label: grade }));
