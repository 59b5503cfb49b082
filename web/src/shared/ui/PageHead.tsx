import { createContext, type ReactNode, use, useEffect } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import s from './PageHead.module.css';

/** The phone's title bar offers itself as the place of the title row. Null: not mounted yet. Undefined: there is none. */
export const PageHeadPlace = createContext<HTMLElement | null | undefined>(undefined);

interface PageHeadProps {
  title: string;
  /** Quiet words beside the title: a count, "as of". */
  note?: ReactNode;
  /** At the right; at most one primary button. */
  actions?: ReactNode;
}

/** The one title row of a page. It also names the browser tab. */
export function PageHead({ title, note, actions }: PageHeadProps) {
  const { t } = useTranslation('shared');
  const place = use(PageHeadPlace);
  const product = t('product');
  useEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title, product]);

  const row = (
    <div className={place === undefined ? s.head : s.phoneHead}>
      <h1>{title}</h1>
      {note && <span className={s.note}>{note}</span>}
      <div className={s.actions}>{actions}</div>
    </div>
  );
  if (place === undefined) return row;
  return place && createPortal(row, place);
}
