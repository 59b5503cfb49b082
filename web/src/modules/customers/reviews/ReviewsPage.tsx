import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { server } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import type { RowOf } from '@/shared/api/types';
import { BulletBar } from '@/shared/ui/figures/BulletBar';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import type { Column } from '@/shared/ui/list/columns';
import { DataTable } from '@/shared/ui/list/DataTable';
import type { Filter } from '@/shared/ui/list/filters';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import { StatusTag } from '@/shared/ui/StatusTag';
import { CustomerNav } from '../CustomerNav';
import { monthsBack } from './months';
import { ReviewForm } from './ReviewForm';
import s from './reviews.module.css';
import { TrendTag } from './TrendTag';

type Row = RowOf<'/api/customer-reviews'>;
type T = TFunction<'customers'>;

const columns = (t: T): Column<Row>[] => [
  {
    key: 'name',
    title: t('name'),
    kind: 'name',
    sortable: true,
  },
  { key: 'number', title: t('number'), width: 108, sortable: true, card: 'none' },
  { key: 'ownerName', title: t('owner'), width: 100, sortable: true, card: 'line' },
  {
    key: 'isDone',
    title: t('reviews.state'),
    width: 110,
    sortable: true,
    card: 'corner',
    render: (row) => (
      <StatusTag tone={row.isDone ? 'good' : 'warning'}>{t(row.isDone ? 'reviews.done' : 'reviews.open')}</StatusTag>
    ),
  },
  {
    key: 'trend',
    title: t('reviews.trend'),
    width: 100,
    card: 'line',
    render: (row) => (row.trend ? <TrendTag trend={row.trend} /> : null),
  },
  { key: 'authorName', title: t('reviews.author'), width: 100, card: 'none' },
  { key: 'at', title: t('reviews.at'), kind: 'instant', sortable: true, card: 'none' },
];

const filters = (t: T): Filter[] => [
  {
    kind: 'choice',
    name: 'done',
    label: t('reviews.state'),
    options: [
      { value: 'false', label: t('reviews.open') },
      { value: 'true', label: t('reviews.done') },
    ],
  },
  { kind: 'record', name: 'owner', label: t('owner'), path: '/api/people' },
];

/** Whose card of the month is written and whose is missing, and how far each owner is. */
export default function ReviewsPage() {
  const { t } = useTranslation('customers');
  const months = monthsBack(useSession().company.today, 12);
  const [search, setSearch] = useSearchParams();
  const [editing, setEditing] = useState<Row | null>(null);
  const month = months.find((one) => one === search.get('month')) ?? (months[0] as string);
  const { data } = server.useQuery('get', '/api/customer-reviews/completion', { params: { query: { month } } });
  const choose = (value: string | null) =>
    setSearch((now) => {
      const next = new URLSearchParams(now);
      next.set('month', value ?? (months[0] as string));
      next.delete('page');
      return next;
    });
  return (
    <>
      <PageHead title={t('reviews.title')} note={data && t('reviews.sum', { done: data.done, needed: data.needed })} />
      <CustomerNav of="records" />
      <div className={s.above}>
        <ChoiceInput
          label={t('reviews.month')}
          clearable={false}
          value={month}
          onChange={choose}
          options={months.map((one) => ({ value: one, label: one }))}
        />
      </div>
      {!!data?.items.length && (
        <Panel title={t('reviews.byOwner')} className={s.owners ?? ''}>
          <ul>
            {data.items.map((row) => (
              <li key={row.ownerId ?? ''}>
                <span>{row.ownerName ?? t('file.nobody')}</span>
                <BulletBar
                  label={row.ownerName ?? t('file.nobody')}
                  attainment={String(row.needed ? row.done / row.needed : 1)}
                />
                <span className="number">
                  {row.done} / {row.needed}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <DataTable
        path="/api/customer-reviews"
        name="customer-reviews"
        label={t('reviews.title')}
        fixed={{ month }}
        open={(row) => `/customers/${row.id}?box=cards`}
        columns={columns(t)}
        filters={filters(t)}
        searchHint={t('search')}
        empty={t('reviews.empty')}
        canExport
        actions={(row) => [{ key: 'write', label: t('reviews.write'), onClick: () => setEditing(row) }]}
      />
      {editing && <ReviewForm customer={editing} month={month} onClose={() => setEditing(null)} />}
    </>
  );
}
