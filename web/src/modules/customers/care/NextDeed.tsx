import { useTranslation } from 'react-i18next';
import type { Reply } from '@/shared/api/types';
import s from './care.module.css';
import { useCareWords } from './words';

export type NextRow = Reply<'/api/next-actions'>['items'][number];

/** Why now, in a sentence. */
export function useReason(): (row: NextRow) => string {
  const { t } = useTranslation('customers');
  const words = useCareWords();
  return (row) =>
    t(`care.next.${row.signal}`, {
      day: row.on ?? '',
      what: row.signal === 'ContactDay' ? (row.what ?? '') : words.kind(row.what),
    });
}

/** The most important next deed with one customer, with its reason and what to say. */
export function NextDeed({ row }: { row: NextRow }) {
  const { t } = useTranslation('customers');
  const reason = useReason();
  return (
    <ul className={s.next} aria-label={t('care.nextDeed')}>
      <li>
        <b>{reason(row)}</b>
        <small>{row.script}</small>
      </li>
    </ul>
  );
}
