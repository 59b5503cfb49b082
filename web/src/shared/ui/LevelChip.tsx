import type { ReactNode } from 'react';
import s from './tags.module.css';

interface LevelChipProps {
  level: string;
  /** Among its kind, 0 the best: the first three have a colour each, whatever the house calls them. */
  place?: number;
  children?: ReactNode;
}

export function LevelChip({ level, place, children }: LevelChipProps) {
  return (
    <span className={s.level} data-place={place}>
      {level} {children}
    </span>
  );
}
