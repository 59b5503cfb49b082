import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useCan } from '@/shared/api/session';
import type { RowOf } from '@/shared/api/types';
import { useCustomList } from '@/shared/ui/custom/shown';
import { Amount, Day } from '@/shared/ui/figures/Texts';
import { useUnitChoices } from '@/shared/ui/inputs/useUnitChoices';
import type { Column } from '@/shared/ui/list/columns';
import type { Filter } from '@/shared/ui/list/filters';
import { ListPage } from '@/shared/ui/list/ListPage';
import { useListTotals } from '@/shared/ui/list/useListTotals';
import { ApprovalTag, approvals } from './OrderApproval';
import { OrderDrawer } from './OrderDrawer';
import { OrderForm } from './OrderForm';
import { OrderStateTag, orderStates } from './OrderStateTag';

const columns = (t: TFunction<'orders'>, seesCosts: boolean): Column<RowOf<'/api/orders'>>[] => [
  { key: 'number', title: t('number'), width: 100, sortable: true, card: 'line' },
  { key: 'customerName', title: t('customer'), kind: 'name', sortable: true },
  {
    key: 'state',
    title: t('state.label'),
    width: 96,
    sortable: true,
    card: 'line',
    render: (row) => <OrderStateTag state={row.state} />,
  },
  {
    key: 'approval',
    title: t('approval.label'),
    width: 96,
    sortable: true,
    card: 'line',
    render: (row) => <ApprovalTag approval={row.approval} />,
  },
  {
    key: 'orderedOn',
    title: t('orderedOn'),
    width: 100,
    sortable: true,
    card: 'line',
    render: (row) => <Day value={row.orderedOn} />,
  },
  { key: 'salespersonName', title: t('salesperson'), width: 104, sortable: true },
  { key: 'unitName', title: t('unit'), width: 116, sortable: true, optional: seesCosts },
  { key: 'territoryName', title: t('territory'), width: 96, sortable: true },
  { key: 'amount', title: t('amount'), kind: 'money', width: 132, sortable: true },
  ...(seesCosts
    ? [
        { key: 'margin', title: t('margin.title'), kind: 'money' as const, width: 112, sortable: true },
        { key: 'marginRate', title: t('margin.rate'), kind: 'rate' as const, sortable: true, optional: true },
      ]
    : []),
];

export default function OrdersPage() {
  const { t } = useTranslation('orders');
  const mayEdit = useCan('orders.edit');
  const seesCosts = useCan('catalog.costs');
  const units = useUnitChoices();
  const [search] = useSearchParams();
  const custom = useCustomList('order');
  const filters: Filter[] = [
    {
      kind: 'choice',
      name: 'state',
      label: t('state.label'),
      options: orderStates.map((value) => ({ value, label: t(`state.${value}`) })),
    },
    {
      kind: 'choice',
      name: 'approval',
      label: t('approval.label'),
      options: approvals.map((value) => ({ value, label: t(`approval.${value}`) })),
    },
    {
      kind: 'choice',
      name: 'overCredit',
      label: t('overCredit'),
      options: [{ value: 'true', label: t('overCredit') }],
    },
    { kind: 'days', name: '', label: t('day') },
    { kind: 'record', name: 'customer', label: t('customer'), path: '/api/customers' },
    { kind: 'record', name: 'salesperson', label: t('salesperson'), path: '/api/people' },
    { kind: 'choice', name: 'unit', label: t('unit'), options: units },
    { kind: 'record', name: 'territory', label: t('territory'), path: '/api/territories' },
    ...custom.filters,
  ];
  // Only the board leads here; offered always, it would stand in the way of the salesperson's own filter.
  if (search.has('noSalesperson'))
    filters.push({
      kind: 'choice',
      name: 'noSalesperson',
      label: t('salesperson'),
      options: [{ value: 'true', label: t('noSalesperson') }],
    });
  const totals = useListTotals('/api/orders/totals', filters);
  return (
    <ListPage
      path="/api/orders"
      name="orders"
      title={t('title')}
      columns={[...columns(t, seesCosts), ...custom.columns]}
      filters={filters}
      searchHint={t('searchHint')}
      empty={t('empty')}
      add={mayEdit ? t('add') : null}
      sum={
        totals && (
          <>
            {t('sum', { count: totals.orders })} <Amount value={totals.amount} />
          </>
        )
      }
      totals={() => ({ amount: <Amount value={totals?.amount} /> })}
      canExport
      drawer={(id, close, edit) => <OrderDrawer id={id} onEdit={edit} onClose={close} />}
      form={(id, close) => <OrderForm id={id} onClose={close} />}
    />
  );
}
