import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCan } from '@/shared/api/session';
import type { RowOf } from '@/shared/api/types';
import type { Column } from '@/shared/ui/list/columns';
import type { Filter } from '@/shared/ui/list/filters';
import { ListPage } from '@/shared/ui/list/ListPage';

type T = TFunction<'customers'>;

const columns = (t: T): Column<RowOf<'/api/customer-shares'>>[] => [
  {
    key: 'customerName',
    title: t('shares.customer'),
    kind: 'name',
    sortable: true,
    render: (row) => <Link to={`/customers/${row.customerId}`}>{row.customerName}</Link>,
  },
  {
    key: 'personName',
    title: t('shares.person'),
    width: 168,
    sortable: true,
    card: 'line',
    render: (row) => (
      <>
        {row.personName} {row.isOwner && <span className="muted">{t('shares.owner')}</span>}
      </>
    ),
  },
  { key: 'share', title: t('shares.share'), kind: 'rate', sortable: true, card: 'line' },
  { key: 'first', title: t('shares.first'), kind: 'day', sortable: true },
];

const filters = (t: T): Filter[] => [
  { kind: 'record', name: 'person', label: t('shares.person'), path: '/api/colleagues' },
];

/** Who has which part in the customers one sees; brought in and taken out as a file. */
export default function SharesPage() {
  const { t } = useTranslation('customers');
  const mayShare = useCan('customers.transfer');
  return (
    <ListPage
      path="/api/customer-shares"
      name="customer-shares"
      title={t('shares.title')}
      searchHint={t('shares.search')}
      columns={columns(t)}
      filters={filters(t)}
      empty={t('shares.none')}
      add={null}
      bring={mayShare ? { kind: 'customer-shares', label: t('import') } : null}
      canExport
    />
  );
}
