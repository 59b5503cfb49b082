import { PhoneOutlined, PlusOutlined } from '@ant-design/icons';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { server } from '@/shared/api/client';
import { type Session, useCan, useSession } from '@/shared/api/session';
import { percentText } from '@/shared/format/amount';
import { periodOf } from '@/shared/format/period';
import { Amount, Day } from '@/shared/ui/figures/Texts';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { useIsPhone } from '@/shared/ui/media';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import { Figures } from '../Figures';
import { useBoard } from '../useBoard';
import s from './Home.module.css';

type Person = NonNullable<Session['person']>;

const shown = 5;

/** A salesperson's day: how far am I this month, and whom to turn to now. */
export default function RepHome({ person }: { person: Person }) {
  const { t } = useTranslation('insights');
  const { company } = useSession();
  const mayOrder = useCan('orders.edit');
  const mayAddCustomers = useCan('customers.edit');
  const seesCustomers = useCan('customers.read');
  const seesReceipts = useCan('collections.read');
  const isPhone = useIsPhone();
  const period = periodOf('thisMonth', company.today);
  const part = { person: person.id };
  const { data: board, error, refetch } = useBoard(period, 'Person', part);
  const make = (mayOrder || mayAddCustomers) && (
    <nav className={s.make} aria-label={t('home.make')}>
      {mayAddCustomers && (
        <Link to="/customers?edit=new">
          <PlusOutlined /> {t('home.newCustomer')}
        </Link>
      )}
      {mayOrder && (
        <Link to="/orders?edit=new" data-primary="true">
          <PlusOutlined /> {t('home.newOrder')}
        </Link>
      )}
    </nav>
  );
  return (
    <>
      <PageHead
        title={t('home.rep')}
        note={
          board &&
          t('note', { day: board.today, progress: percentText(board.pace.timeProgress), count: board.pace.daysLeft })
        }
        actions={isPhone ? <Link to={`/board?person=${person.id}`}>{t('home.board')}</Link> : make}
      />
      <div className={s.home}>
        {error && !board && <LoadFailed error={error} retry={refetch} />}
        {!board && !error && <Skeleton active title={false} className={s.waiting} paragraph={{ rows: 3 }} />}
        {board && <Figures board={board} period={period} part={part} />}
        {isPhone && make}
        <div className={s.panels}>
          <Drafts person={person.id} />
          {seesCustomers && <Prospects person={person.id} />}
          {seesReceipts && <Receipts person={person.id} />}
        </div>
      </div>
    </>
  );
}

interface WaitingProps {
  title: string;
  note?: ReactNode;
  /** The whole list behind the few rows. */
  all: string;
  isPending: boolean;
  total: number | undefined;
  nothing: string;
  children: ReactNode;
}

function Waiting({ title, note, all, isPending, total, nothing, children }: WaitingProps) {
  const { t } = useTranslation('insights');
  return (
    <Panel title={title} note={note} extra={!!total && <Link to={all}>{t('home.all', { count: total })}</Link>}>
      {isPending && <Skeleton active title={false} paragraph={{ rows: 4 }} />}
      {total === 0 && <p className="muted">{nothing}</p>}
      <ul className={s.rows} aria-label={title}>
        {children}
      </ul>
    </Panel>
  );
}

/** Promised, not counted yet: the shortest way to the goal. */
function Drafts({ person }: { person: string }) {
  const { t } = useTranslation('insights');
  const narrowed = { salesperson: person, state: 'Draft' as const };
  const { data, isPending } = server.useQuery('get', '/api/orders', {
    params: { query: { ...narrowed, size: shown, sort: '-amount' } },
  });
  const sum = server.useQuery('get', '/api/orders/totals', { params: { query: narrowed } });
  const all = `/orders?${new URLSearchParams({ ...narrowed, sort: '-amount' })}`;
  return (
    <Waiting
      title={t('home.drafts')}
      note={!!data?.total && <Amount value={sum.data?.amount} short />}
      all={all}
      isPending={isPending}
      total={data?.total}
      nothing={t('home.noDrafts')}
    >
      {data?.items.map((order) => (
        <li key={order.id}>
          <Link to={`${all}&open=${order.id}`}>{order.customerName}</Link>
          <b>
            <Amount value={order.amount} />
          </b>
          <small>
            <span className="number">{order.number}</span> · <Day value={order.orderedOn} />
          </small>
        </li>
      ))}
    </Waiting>
  );
}

/** Not bought yet, the newest first, with the telephone at hand. */
function Prospects({ person }: { person: string }) {
  const { t } = useTranslation('insights');
  const narrowed = { owner: person, state: 'Prospect' as const };
  const { data, isPending } = server.useQuery('get', '/api/customers', {
    params: { query: { ...narrowed, size: shown, sort: '-createdAt' } },
  });
  const all = `/customers?${new URLSearchParams(narrowed)}`;
  return (
    <Waiting
      title={t('home.prospects')}
      all={all}
      isPending={isPending}
      total={data?.total}
      nothing={t('home.noProspects')}
    >
      {data?.items.map((customer) => (
        <li key={customer.id}>
          <Link to={`${all}&open=${customer.id}`}>{customer.name}</Link>
          {customer.phone && !customer.phone.includes('****') && (
            <a
              className={s.call}
              href={`tel:${customer.phone}`}
              title={customer.phone}
              aria-label={t('home.call', { name: customer.contactName ?? customer.name })}
            >
              <PhoneOutlined />
            </a>
          )}
          <small>{[customer.contactName, customer.industry, customer.city].filter(Boolean).join(' · ')}</small>
        </li>
      ))}
    </Waiting>
  );
}

function Receipts({ person }: { person: string }) {
  const { t } = useTranslation('insights');
  const narrowed = { salesperson: person };
  const { data, isPending } = server.useQuery('get', '/api/receipts', {
    params: { query: { ...narrowed, size: shown } },
  });
  const all = `/receipts?${new URLSearchParams(narrowed)}`;
  return (
    <Waiting
      title={t('home.receipts')}
      all={all}
      isPending={isPending}
      total={data?.total}
      nothing={t('home.noReceipts')}
    >
      {data?.items.map((receipt) => (
        <li key={receipt.id}>
          <Link to={`${all}&open=${receipt.id}`}>{receipt.customerName}</Link>
          <b>
            <Amount value={receipt.amount} />
          </b>
          <small>
            <span className="number">{receipt.orderNumber}</span> · <Day value={receipt.receivedOn} />
          </small>
        </li>
      ))}
    </Waiting>
  );
}
