import { useTranslation } from 'react-i18next';
import { useSession } from '@/shared/api/session';
import type { Reply } from '@/shared/api/types';
import { StatusTag } from '@/shared/ui/StatusTag';
import s from './people.module.css';

type Placement = Reply<'/api/people/{id}'>['placements'][number];

/** Where a person was, is and will be; the newest first, as the server sends them. */
export function Placements({ of }: { of: Placement[] }) {
  const { t } = useTranslation('organization');
  const { today } = useSession().company;
  return (
    <section className={s.placements}>
      <h2>{t('people.placements')}</h2>
      <ol aria-label={t('people.placements')}>
        {of.map((one) => {
          const isComing = one.first > today;
          const isNow = !isComing && (!one.last || one.last >= today);
          return (
            <li key={one.id} data-now={isNow}>
              <time className="number">
                {one.first} {t('people.to')} {one.last ?? t('people.openEnd')}
              </time>
              <p>
                <b>{one.unitName}</b>
                <span>{one.positionName}</span>
                {isNow && <StatusTag tone="good">{t('people.now')}</StatusTag>}
                {isComing && <StatusTag tone="progress">{t('people.coming')}</StatusTag>}
              </p>
              <small>{one.managerName ? t('people.under', { name: one.managerName }) : t('people.underHead')}</small>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
