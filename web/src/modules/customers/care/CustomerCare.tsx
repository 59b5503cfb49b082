import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { server } from '@/shared/api/client';
import { Day } from '@/shared/ui/figures/Texts';
import { Panel } from '@/shared/ui/Panel';
import { StatusTag } from '@/shared/ui/StatusTag';
import s from '../customers.module.css';
import type { Customer } from '../file/types';
import { PlanForm } from './CareForms';
import { NextDeed } from './NextDeed';
import { toneOf, useCareWords } from './words';

const shown = 8;

/** In the file of a customer: what to do next with him, what is due, and what was done. */
export function CustomerCare({ customer }: { customer: Customer }) {
  const { t } = useTranslation('customers');
  const words = useCareWords();
  const [planning, setPlanning] = useState(false);
  const { data: next } = server.useQuery('get', '/api/customers/{id}/next-action', {
    params: { path: { id: customer.id } },
  });
  const { data } = server.useQuery('get', '/api/care-items', {
    params: { query: { customer: customer.id, size: shown, sort: '-on' } },
  });
  return (
    <Panel
      title={t('care.title')}
      extra={
        <>
          {!!data && data.total > shown && (
            <Link to={`/care?customer=${customer.id}`}>{t('care.allOf', { count: data.total })}</Link>
          )}
          {customer.can?.includes('edit') && (
            <Button size="small" onClick={() => setPlanning(true)}>
              {t('care.plan')}
            </Button>
          )}
        </>
      }
    >
      {next?.next && <NextDeed row={next.next} />}
      {data?.total === 0 && <p className="muted">{t('care.noneOfCustomer')}</p>}
      <ul className={s.signs}>
        {data?.items.map((row) => (
          <li key={row.id}>
            <Link to={`/care?open=${row.id}`}>{words.kind(row.kind)}</Link>
            <Day value={row.on} />
            <StatusTag tone={toneOf(row)}>
              {row.isOverdue ? t('care.overdue') : t(`care.states.${row.state}`)}
            </StatusTag>
            {row.contactName && <span>{row.contactName}</span>}
            {row.score && <span className="number">{t('care.points', { score: row.score })}</span>}
            {row.result && <span className="muted">{row.result}</span>}
          </li>
        ))}
      </ul>
      {planning && <PlanForm customer={customer.id} onClose={() => setPlanning(false)} />}
    </Panel>
  );
}
