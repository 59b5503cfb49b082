import type { ReactNode } from 'react';
import s from './Facts.module.css';

/** Label and value pairs of a record. An empty value shows a dash, so that nothing seems to be still loading. */
export function Facts({ items }: { items: { label: string; value: ReactNode; wide?: boolean }[] }) {
  return (
    <dl className={s.facts}>
      {items.map(({ label, value, wide }) => (
        <div key={label} data-wide={wide}>
          <dt>{label}</dt>
          <dd>{value ?? '–'}</dd>
        </div>
      ))}
    </dl>
  );
}
