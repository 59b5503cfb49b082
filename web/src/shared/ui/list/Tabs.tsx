import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import s from './Tabs.module.css';

interface TabsProps<Box extends string> {
  label: string;
  boxes: readonly Box[];
  /** The one that needs no word in the address. */
  first: Box;
  box: Box;
  title: (box: Box) => string;
  count?: Partial<Record<Box, number | undefined>>;
  /** At the right of the tabs: a switch, a link. */
  extra?: ReactNode;
}

/** Which of the records: tabs over a list, in the URL. */
export function Tabs<Box extends string>({ label, boxes, first, box, title, count = {}, extra }: TabsProps<Box>) {
  const [, setSearch] = useSearchParams();
  return (
    <nav className={s.tabs} aria-label={label}>
      {boxes.map((one) => (
        <button
          key={one}
          type="button"
          aria-current={box === one ? 'page' : undefined}
          onClick={() => setSearch(one === first ? {} : { box: one })}
        >
          {title(one)}
          {!!count[one] && <b className="number">{count[one]}</b>}
        </button>
      ))}
      {extra && <div className={s.extra}>{extra}</div>}
    </nav>
  );
}

/** The tab that is open; the first when the address says none, or one that there is not. */
export function useBox<Box extends string>(boxes: readonly Box[], first: Box): Box {
  const [search] = useSearchParams();
  return boxes.find((one) => one === search.get('box')) ?? first;
}
