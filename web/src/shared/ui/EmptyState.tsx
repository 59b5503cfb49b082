import type { ReactNode } from 'react';
import s from './EmptyState.module.css';

/** Says what is missing and, in `action`, what to do next. */
export function EmptyState({ text, action }: { text: ReactNode; action?: ReactNode }) {
  return (
    <div className={s.empty}>
      <svg
        width="56"
        height="40"
        viewBox="0 0 56 40"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        aria-hidden="true"
      >
        <path d="M4 36h48M14 36 28 12l14 24M28 12V4M28 4h9l-2.5 3L37 10h-9M24 36l4-8 4 8" strokeLinejoin="round" />
      </svg>
      <p>{text}</p>
      {action}
    </div>
  );
}
