import type { ReactNode } from 'react';
import s from './Figure.module.css';

/** Figures side by side, as many in a row as fit. */
export function Figures({ children }: { children: ReactNode }) {
  return <div className={s.figures}>{children}</div>;
}

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
      <b className={isBad ? s.bad : undefined}>{value}</b>
      {note && <small className="muted">{note}</small>}
    </div>
  );
}
