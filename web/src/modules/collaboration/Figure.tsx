import type { ReactNode } from 'react';
import s from './collaboration.module.css';

interface FigureProps {
  label: string;
  value: string;
  note?: ReactNode;
  isBad?: boolean;
}

/** One number with its name. */
export function Figure({ label, value, note, isBad }: FigureProps) {
  return (
    <div className={s.figure}>
      <span className="muted">{label}</span>
      <b className={isBad ? s.late : undefined}>{value}</b>
      {note && <small className="muted">{note}</small>}
    </div>
  );
}
