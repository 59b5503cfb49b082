import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RowOf } from '@/shared/api/types';
import { Amount, Day } from '@/shared/ui/figures/Texts';
import { StatusTag } from '@/shared/ui/StatusTag';
import s from './CustomerCard.module.css';
import { CustomerStateTag } from './state';

/** What a card says below a customer's name and grade. */
export function CustomerCard({ row }: { row: RowOf<'/api/customers'> }) {
  const { t } = useTranslation('customers');
  const { card } = row;
  return (
    <div className={s.card}>
      <div className={s.tags}>
        <CustomerStateTag state={row.state} />
        {row.isHeld && <StatusTag tone="bad">{t('credit.verdicts.Held')}</StatusTag>}
        {card?.warningId && (
          <Link to={`/customer-warnings?open=${card.warningId}`} className={s.link}>
            <StatusTag tone="bad">{t('wall.warning')}</StatusTag>
          </Link>
        )}
        <span>{[row.ownerName ?? t('file.nobody'), row.territoryName].filter(Boolean).join(' · ')}</span>
      </div>
      {card && (
        <dl className={s.facts}>
          <div>
            <dt>{t('wall.lastContact')}</dt>
            <dd>{card.lastContact ? <Day value={card.lastContact} /> : t('wall.never')}</dd>
          </div>
          <div>
            <dt>{t('wall.dueOn')}</dt>
            <dd className={card.isOverdue ? s.late : undefined}>{card.dueOn ? <Day value={card.dueOn} /> : '–'}</dd>
          </div>
          <div>
            <dt>{t('wall.sales')}</dt>
            <dd>
              <Amount value={card.sales} />
            </dd>
          </div>
        </dl>
      )}
    </div>
  );
}
