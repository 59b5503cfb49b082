import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { RowOf } from '@/shared/api/types';
import type { Column } from '@/shared/ui/list/columns';
import type { Filter } from '@/shared/ui/list/filters';
import { ListPage } from '@/shared/ui/list/ListPage';
import { CustomerNav } from '../CustomerNav';
import { interests } from './RecordsPanel';

type T = TFunction<'customers'>;

const columns = (t: T): Column<RowOf<'/api/customer-records'>>[] => [
  { key: 'customerName', title: t('name'), kind: 'name', sortable: true },
  { key: 'text', title: t('records.text'), width: 300, card: 'line' },
  { key: 'authorName', title: t('records.author'), width: 100, sortable: true, card: 'line' },
  { key: 'at', title: t('records.at'), kind: 'instant', sortable: true, card: 'line' },
  {
    key: 'interest',
    title: t('records.interest'),
    width: 100,
    sortable: true,
    card: 'none',
    render: (row) => row.interest && t(`records.interests.${row.interest}`),
  },
  { key: 'successRate', title: t('records.successRate'), kind: 'rate', sortable: true, card: 'corner' },
  { key: 'confirmedOn', title: t('records.confirmedOn'), kind: 'day', sortable: true, card: 'none' },
  { key: 'paymentTime', title: t('records.paymentTime'), width: 120, card: 'none' },
];

const filters = (t: T): Filter[] => [
  { kind: 'days', name: '', label: t('records.day') },
  { kind: 'record', name: 'author', label: t('records.author'), path: '/api/people' },
  { kind: 'record', name: 'customer', label: t('title'), path: '/api/customers' },
  {
    kind: 'choice',
    name: 'interest',
    label: t('records.interest'),
    options: interests.map((one) => ({ value: one, label: t(`records.interests.${one}`) })),
  },
];

/** What was written about the customers one sees. */
export default function RecordsPage() {
  const { t } = useTranslation('customers');
  return (
    <ListPage
      path="/api/customer-records"
      name="customer-records"
      title={t('records.title')}
      above={<CustomerNav of="records" />}
      searchHint={t('records.text')}
      columns={columns(t)}
      filters={filters(t)}
      empty={t('records.noneYet')}
      open={(row) => `/customers/${row.customerId}`}
      add={null}
      canExport
    />
  );
}
