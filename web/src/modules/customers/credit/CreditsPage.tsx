import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCan } from '@/shared/api/session';
import type { RowOf } from '@/shared/api/types';
import { Amount } from '@/shared/ui/figures/Texts';
import type { Choice } from '@/shared/ui/inputs/ChoiceInput';
import type { Column } from '@/shared/ui/list/columns';
import type { Filter } from '@/shared/ui/list/filters';
import { ListPage } from '@/shared/ui/list/ListPage';
import { useRatings, VerdictTag, verdicts } from './words';

type T = TFunction<'customers'>;

const columns = (t: T): Column<RowOf<'/api/customer-credits'>>[] => [
  { key: 'number', title: t('number'), width: 108, sortable: true, card: 'none' },
  {
    key: 'customerName',
    title: t('name'),
    kind: 'name',
    sortable: true,
    render: (row) => <Link to={`/customers/${row.id}`}>{row.customerName}</Link>,
  },
  { key: 'ownerName', title: t('owner'), width: 96, sortable: true, card: 'line' },
  { key: 'rating', title: t('credit.rating'), width: 88, sortable: true, card: 'line' },
  {
    key: 'verdict',
    title: t('credit.standing'),
    width: 104,
    card: 'corner',
    render: (row) => row.standing?.verdict && <VerdictTag verdict={row.standing.verdict} />,
  },
  {
    key: 'holdingLimit',
    title: t('credit.limit'),
    width: 132,
    kind: 'money',
    render: (row) => row.standing?.limit && <Amount value={row.standing.limit} />,
  },
  {
    key: 'used',
    title: t('credit.used'),
    width: 132,
    kind: 'money',
    render: (row) => row.standing?.used && <Amount value={row.standing.used} />,
  },
  {
    key: 'available',
    title: t('credit.available'),
    width: 132,
    kind: 'money',
    card: 'line',
    render: (row) => row.standing?.available && <Amount value={row.standing.available} />,
  },
  { key: 'limit', title: t('credit.ownLimit'), kind: 'money', width: 132, sortable: true, optional: true },
  { key: 'termDays', title: t('credit.ownTerms'), width: 96, sortable: true, optional: true },
  { key: 'heldUntil', title: t('credit.heldUntil'), kind: 'day', sortable: true, optional: true },
  { key: 'at', title: t('credit.at'), kind: 'instant', sortable: true },
  { key: 'reason', title: t('credit.reason'), width: 160, optional: true },
];

const filters = (t: T, ratings: Choice[]): Filter[] => [
  {
    kind: 'choice',
    name: 'verdict',
    label: t('credit.standing'),
    options: verdicts.map((verdict) => ({ value: verdict, label: t(`credit.verdicts.${verdict}`) })),
  },
  { kind: 'choice', name: 'rating', label: t('credit.rating'), options: ratings },
  { kind: 'record', name: 'owner', label: t('owner'), path: '/api/people' },
];

/** Everybody of whose credit something was decided; brought in and taken out as a file. */
export default function CreditsPage() {
  const { t } = useTranslation('customers');
  const mayGive = useCan('customers.credit');
  const ratings = useRatings();
  return (
    <ListPage
      path="/api/customer-credits"
      name="customer-credits"
      title={t('credit.list')}
      searchHint={t('search')}
      columns={columns(t)}
      filters={filters(t, ratings)}
      empty={t('credit.none')}
      add={null}
      bring={mayGive ? { kind: 'customer-credits', label: t('import') } : null}
      canExport
    />
  );
}
