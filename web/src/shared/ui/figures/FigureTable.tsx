import type { CSSProperties, ReactNode } from 'react';
import { approximate } from '@/shared/format/decimal';
import { useIsPhone } from '../media';
import s from './FigureTable.module.css';
import { Percent } from './Texts';

interface FigureTableProps {
  head: string[];
  /** How many columns from the left are words; 1 unless said. */
  words?: 2 | 3 | 4;
  children: ReactNode;
}

/** Names at the left, figures at the right; rows are `<tr>` whose first cell is a `<th scope="row">`. */
export function FigureTable({ head, words, children }: FigureTableProps) {
  const isPhone = useIsPhone();
  return (
    // What scrolls sideways is reached by the keyboard too.
    <div className={s.scroll} tabIndex={isPhone ? 0 : undefined}>
      <table className={s.table} data-words={words}>
        <thead>
          <tr>
            {head.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

/** A share in percent, with a bar as long as it is large. */
export function Share({ value }: { value: string | null | undefined }) {
  return (
    <span className={s.share} style={{ '--share': approximate(value ?? '0') } as CSSProperties}>
      <Percent value={value} digits={0} />
    </span>
  );
}
