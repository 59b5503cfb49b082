import type { ReactNode } from 'react';
import s from './Panel.module.css';

interface PanelProps {
  title?: ReactNode;
  /** Quiet words after the title: the unit, the period, "as of". */
  note?: ReactNode;
  extra?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A card: hairline instead of shadow, head without a line below it. */
export function Panel({ title, note, extra, className, children }: PanelProps) {
  return (
    <section className={`${s.panel} ${className ?? ''}`}>
      {(title || extra) && (
        <header>
          {title && <h2>{title}</h2>}
          {note && <small>{note}</small>}
          {extra && <div className={s.extra}>{extra}</div>}
        </header>
      )}
      {children}
    </section>
  );
}
