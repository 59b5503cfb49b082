import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import { Instant } from '@/shared/ui/figures/Texts';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { Panel } from '@/shared/ui/Panel';
import { monthsBack } from '../reviews/months';
import { MonthFigures, ReviewForm } from '../reviews/ReviewForm';
import { TrendTag } from '../reviews/TrendTag';
import s from './file.module.css';
import type { Customer } from './types';

/** Month by month: what it came to, and what was made of it. */
export function ReviewCardsPanel({ customer }: { customer: Customer }) {
  const { t } = useTranslation('customers');
  const months = monthsBack(useSession().company.today, 12);
  const [month, setMonth] = useState(months[0] as string);
  const [editing, setEditing] = useState(false);
  const { data } = server.useQuery('get', '/api/customers/{id}/review-cards', {
    params: { path: { id: customer.id } },
  });
  const cards = data?.items.filter((card) => card.month === month) ?? [];
  return (
    <Panel
      title={t('cards.review')}
      extra={
        data?.can.includes('edit') && (
          <Button type="text" onClick={() => setEditing(true)}>
            {cards.some((card) => !card.isOfMerged) ? t('change') : t('reviews.write')}
          </Button>
        )
      }
    >
      <div style={{ maxWidth: 160, marginBottom: 12 }}>
        <ChoiceInput
          label={t('reviews.month')}
          clearable={false}
          value={month}
          onChange={(value) => value && setMonth(value)}
          options={months.map((one) => ({ value: one, label: one }))}
        />
      </div>
      <MonthFigures customer={customer.id} month={month} />
      {data && cards.length === 0 && <p className="muted">{t('reviews.missing')}</p>}
      <ul className={s.entries}>
        {cards.map((card) => (
          <li key={card.id}>
            <div className={s.entryHead}>
              <TrendTag trend={card.trend} />
              {card.isOfMerged && <span className="muted">{t('reviews.ofMerged')}</span>}
              <span className="muted">
                {card.authorName} <Instant value={card.at} />
              </span>
            </div>
            <p className={s.lines}>{card.judgement}</p>
            {card.next && (
              <p className={s.lines}>
                <span className="muted">{t('reviews.next')}：</span>
                {card.next}
              </p>
            )}
          </li>
        ))}
      </ul>
      {editing && <ReviewForm customer={customer} month={month} onClose={() => setEditing(false)} />}
    </Panel>
  );
}
