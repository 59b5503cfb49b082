import type { ReactNode } from 'react';
import s from './UnreadBadge.module.css';

/** The count is spoken by the label of the button around it. */
export function UnreadBadge({ count, children }: { count: number; children: ReactNode }) {
  return (
    <span className={s.badge}>
      {children}
      {count > 0 && (
        <b className="number" aria-hidden="true">
          {count > 99 ? '99+' : count}
        </b>
      )}
    </span>
  );
}
