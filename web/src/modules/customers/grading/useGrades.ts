import { server } from '@/shared/api/client';

/** What the house calls its grades by value, the best first. */
export const useGrades = (): string[] =>
  server.useQuery('get', '/api/customer-grades', undefined, { staleTime: 60_000 }).data?.items ?? [];

/** To choose among them; one that is kept and is called so no more stays. */
export const gradeOptions = (grades: string[], kept?: string | null): { value: string; label: string }[] =>
  (kept && !grades.includes(kept) ? [...grades, kept] : grades).map((grade) => ({ value: grade, label: grade }));
