import type { ReactNode } from 'react';
import s from './tags.module.css';

/** A grade from A, the best, to D. Others look like D. */
export function LevelChip({ level, children }: { level: string; children?: ReactNode }) {
  return (
    <span className={s.level} data-level={level}>
      {level} {children}
    </span>
  );
}
