import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { server } from '@/shared/api/client';
import { useCan } from '@/shared/api/session';
import type { RowOf } from '@/shared/api/types';
import { Amount, Day } from '@/shared/ui/figures/Texts';
import type { Column } from '@/shared/ui/list/columns';
import type { Filter } from '@/shared/ui/list/filters';
import { ListPage } from '@/shared/ui/list/ListPage';
import { useListTotals } from '@/shared/ui/list/useListTotals';
import { methods } from './methods';
import { ReceiptDrawer } from './ReceiptDrawer';
import { ReceiptForm } from './ReceiptForm';

const columns = (t: TFunction<'collections'>): Column<RowOf<'/api/receipts'>>[] => [
  { key: 'number', title: t('number'), width: 116, sortable: true, card: 'line' },
  { key: 'customerName', title: t('customer'), kind: 'name', sortable: true },
  { key: 'orderNumber', title: t('order'), width: 112, sortable: true },
  {
    key: 'receivedOn',
    title: t('receivedOn'),
    width: 112,
    sortable: true,
    card: 'line',
    render: (row) => <Day value={row.receivedOn} />,
  },
  {
    key: 'method',
    title: t('method.label'),
    width: 124,
    sortable: true,
    card: 'line',
    render: (row) => t(`method.${row.method}`),
  },
  { key: 'salespersonName', title: t('salesperson'), width: 112, sortable: true },
  { key: 'reference', title: t('reference'), width: 148, sortable: true, card: 'none' },
  { key: 'amount', title: t('amount'), kind: 'money', sortable: true },
];

export default function ReceiptsPage() {
  const { t } = useTranslation('collections');
  const mayEdit = useCan('collections.edit');
  const [search] = useSearchParams();
  const orderId = search.get('order');
  const order = server.useQuery(
    'get',
    '/api/orders/{id}',
    { params: { path: { id: orderId ?? '' } } },
    { enabled: !!orderId },
  );
  const filters: Filter[] = [
    { kind: 'days', name: '', label: t('day') },
    {
      kind: 'choice',
      name: 'method',
      label: t('method.label'),
      options: methods.map((value) => ({ value, label: t(`method.${value}`) })),
    },
    { kind: 'record', name: 'customer', label: t('customer'), path: '/api/customers' },
    { kind: 'record', name: 'salesperson', label: t('salesperson'), path: '/api/people' },
  ];
  // An order leads here with itself as the filter; to look for one there is the search.
  if (orderId)
    filters.unshift({
      kind: 'choice',
      name: 'order',
      label: t('order'),
      options: [{ value: orderId, label: order.data?.number ?? '…' }],
    });
  const totals = useListTotals('/api/receipts/totals', filters);
  return (
    <ListPage
      path="/api/receipts"
      name="receipts"
      title={t('title')}
      columns={columns(t)}
      filters={filters}
      searchHint={t('searchHint')}
      empty={t('empty')}
      add={mayEdit ? t('add') : null}
      sum={
        totals && (
          <>
            {t('sum', { count: totals.receipts })} <Amount value={totals.amount} />
          </>
        )
      }
      totals={() => ({ amount: <Amount value={totals?.amount} /> })}
      canExport
      drawer={(id, close, edit) => <ReceiptDrawer id={id} onEdit={edit} onClose={close} />}
      form={(id, close) => <ReceiptForm id={id} onClose={close} />}
    />
  );
}
