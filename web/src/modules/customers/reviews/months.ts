/** "2026-07" and the months before it, so many in all, the newest first. */
export const monthsBack = (from: string, count: number): string[] => months(from, count, -1);

/** "2026-07" and the months after it, so many in all. */
export const monthsAhead = (from: string, count: number): string[] => months(from, count, 1);

function months(from: string, count: number, step: 1 | -1): string[] {
  const [year, month] = from.split('-').map(Number) as [number, number];
  return Array.from({ length: count }, (_, i) => {
    const index = year * 12 + month - 1 + i * step;
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
  });
}
