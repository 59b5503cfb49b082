import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { server } from '@/shared/api/client';
import { useCan } from '@/shared/api/session';
import type { RowOf } from '@/shared/api/types';
import { Amount, Day } from '@/shared/ui/figures/Texts';
import { useOpenRecord } from '@/shared/ui/form/useOpenRecord';
import type { Column } from '@/shared/ui/list/columns';
import { DataTable } from '@/shared/ui/list/DataTable';
import type { Filter } from '@/shared/ui/list/filters';
import { useListTotals } from '@/shared/ui/list/useListTotals';
import { useIsPhone } from '@/shared/ui/media';
import { PageHead } from '@/shared/ui/PageHead';
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
  const isPhone = useIsPhone();
  const mayEdit = useCan('collections.edit');
  const [search] = useSearchParams();
  const record = useOpenRecord();
  const editing = useOpenRecord('edit');
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
  const add = () => editing.open('new');
  return (
    <>
      <PageHead
        title={t('title')}
        actions={
          mayEdit && (
            <Button type="primary" icon={<PlusOutlined />} onClick={add} aria-label={t('add')}>
              {!isPhone && t('add')}
            </Button>
          )
        }
      />
      {isPhone && totals && (
        <p className="muted" style={{ marginBottom: 8 }}>
          {t('sum', { count: totals.receipts })} <Amount value={totals.amount} />
        </p>
      )}
      <DataTable
        path="/api/receipts"
        name="receipts"
        label={t('title')}
        columns={columns(t)}
        filters={filters}
        searchHint={t('searchHint')}
        empty={t('empty')}
        open={(row) => record.to(row.id)}
        create={mayEdit ? { label: t('add'), onClick: add } : undefined}
        totals={() => ({ amount: <Amount value={totals?.amount} /> })}
        canExport
      />
      {record.id && <ReceiptDrawer id={record.id} onEdit={editing.open} onClose={record.close} />}
      {editing.id && <ReceiptForm id={editing.id} onClose={editing.close} />}
    </>
  );
}
