import { LevelChip } from '@/shared/ui/LevelChip';
import { useGrades } from './useGrades';

/** A customer's grade by value. */
export function GradeChip({ grade }: { grade: string }) {
  const place = useGrades().indexOf(grade);
  return <LevelChip level={grade} place={place < 0 ? undefined : place} />;
}
