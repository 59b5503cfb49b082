import type { ReactNode } from 'react';
import { Instant } from '@/shared/ui/figures/Texts';
import s from './collaboration.module.css';

export interface TalkLine {
  key: string | number;
  who: string;
  /** What he did, beside what he said. */
  what?: string;
  at: string;
  text?: string | null;
  extra?: ReactNode;
}

/** What was said and done about a record, the newest last. */
export function Talk({ lines }: { lines: TalkLine[] }) {
  return (
    <ol className={s.talk}>
      {lines.map((line) => (
        <li key={line.key}>
          <header>
            <b>{line.who}</b>
            {line.what && <span className="muted">{line.what}</span>}
            <Instant value={line.at} />
          </header>
          {line.text && <p>{line.text}</p>}
          {line.extra}
        </li>
      ))}
    </ol>
  );
}
