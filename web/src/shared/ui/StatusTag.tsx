import type { ReactNode } from 'react';
import s from './tags.module.css';

export type Tone = 'neutral' | 'progress' | 'good' | 'warning' | 'bad';

/** A state: a dot and its word. Never colour alone. */
export function StatusTag({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={s.status} data-tone={tone}>
      {children}
    </span>
  );
}
