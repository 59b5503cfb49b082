import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { server } from '@/shared/api/client';
import { useCan } from '@/shared/api/session';
import { Amount, Day } from '@/shared/ui/figures/Texts';
import s from './customers.module.css';
import { CustomerMargin } from './file/CustomerMargin';

const shown = 5;

/** The newest orders of a customer; the rest is one click away in the list of orders. */
export function RecentOrders({ customer }: { customer: string }) {
  const { t } = useTranslation('customers');
  const { data, isPending } = server.useQuery('get', '/api/orders', {
    params: { query: { customer, size: shown, sort: '-orderedOn' } },
  });
  const seesCosts = useCan('catalog.costs');
  const list = `/orders?customer=${customer}`;
  return (
    <section className={s.section}>
      <header>
        <h2>{t('orders.title')}</h2>
        {!!data?.total && <Link to={list}>{t('orders.all', { count: data.total })}</Link>}
      </header>
      {seesCosts && <CustomerMargin customer={customer} />}
      {isPending && <Skeleton active title={false} paragraph={{ rows: 3 }} />}
      {data?.total === 0 && <p className="muted">{t('orders.none')}</p>}
      <ul className={s.orders}>
        {data?.items.map((order) => (
          <li key={order.id}>
            <Link to={`${list}&open=${order.id}`}>
              <span className="number">{order.number}</span>
              <span className="muted">
                <Day value={order.orderedOn} />
              </span>
              <b>
                <Amount value={order.amount} />
              </b>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
