import { FunctionOutlined } from '@ant-design/icons';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import s from './Why.module.css';

export interface WhyContent {
  /** The formula in words: "actual ÷ goal". */
  formula: string;
  /** What went in, each with its own link where there is one. */
  inputs: { label: string; value: ReactNode; note?: string; to?: string }[];
  /** The figure itself as text. */
  result?: ReactNode;
  /** The records behind it: a link to the list that is filtered to them, with the total that must agree. */
  records?: { label: string; to: string; total: ReactNode };
  asOf?: string;
}

const WhyPanel = lazy(() => import('./WhyPanel'));

/** The small "why" beside a figure, with its drawer. Rests quietly until the pointer or the keyboard comes near. */
export function Why({ title, ...content }: WhyContent & { title: string }) {
  const { t } = useTranslation('shared');
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={s.why}
        aria-label={t('why.of', { title })}
        title={t('why.open')}
        onClick={() => setOpen(true)}
      >
        <FunctionOutlined />
      </button>
      <Suspense fallback={null}>
        {open && <WhyPanel title={title} {...content} onClose={() => setOpen(false)} />}
      </Suspense>
    </>
  );
}
