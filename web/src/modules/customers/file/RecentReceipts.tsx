import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { server } from '@/shared/api/client';
import { Amount, Day } from '@/shared/ui/figures/Texts';
import { Panel } from '@/shared/ui/Panel';
import s from '../customers.module.css';
import type { Customer } from './types';

const shown = 5;

/** The newest receipts of a customer; the rest is one click away. */
export function RecentReceipts({ customer }: { customer: Customer }) {
  const { t } = useTranslation('customers');
  const { data } = server.useQuery('get', '/api/receipts', {
    params: { query: { customer: customer.id, size: shown, sort: '-receivedOn' } },
  });
  const list = `/receipts?customer=${customer.id}`;
  return (
    <Panel
      title={t('receipts.title')}
      extra={!!data?.total && <Link to={list}>{t('receipts.all', { count: data.total })}</Link>}
    >
      {data?.total === 0 && <p className="muted">{t('receipts.none')}</p>}
      <ul className={s.orders}>
        {data?.items.map((receipt) => (
          <li key={receipt.id}>
            <Link to={`${list}&open=${receipt.id}`}>
              <span className="number">{receipt.number}</span>
              <span className="muted">
                <Day value={receipt.receivedOn} />
              </span>
              <b>
                <Amount value={receipt.amount} />
              </b>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
