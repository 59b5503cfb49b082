import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCan } from '@/shared/api/session';
import type { RowOf } from '@/shared/api/types';
import { Day } from '@/shared/ui/figures/Texts';
import type { Column } from '@/shared/ui/list/columns';
import type { Filter } from '@/shared/ui/list/filters';
import { ListPage } from '@/shared/ui/list/ListPage';
import { decisionRoles } from './state';

type T = TFunction<'customers'>;

const columns = (t: T): Column<RowOf<'/api/customer-contacts'>>[] => [
  { key: 'name', title: t('contacts.name'), kind: 'name', sortable: true },
  {
    key: 'customerName',
    title: t('contacts.customer'),
    width: 260,
    sortable: true,
    card: 'line',
    render: (row) => <Link to={`/customers/${row.customerId}?box=contacts`}>{row.customerName}</Link>,
  },
  { key: 'department', title: t('contacts.department'), width: 104, sortable: true },
  { key: 'position', title: t('contacts.position'), width: 104, sortable: true, card: 'line' },
  {
    key: 'role',
    title: t('contacts.roleShort'),
    width: 96,
    sortable: true,
    render: (row) => row.role && t(`contacts.roles.${row.role}`),
  },
  {
    key: 'nextOn',
    title: t('contacts.nextDay'),
    width: 168,
    sortable: true,
    card: 'line',
    render: (row) =>
      row.nextOn && (
        <>
          <Day value={row.nextOn} />{' '}
          <span className="muted">{row.nextKind && t(`contacts.kinds.${row.nextKind}`)}</span>
        </>
      ),
  },
  { key: 'ownerName', title: t('owner'), width: 96, sortable: true },
];

const filters = (t: T): Filter[] => [
  {
    kind: 'choice',
    name: 'within',
    label: t('contacts.within'),
    options: (['0', '7', '30'] as const).map((days) => ({ value: days, label: t(`contacts.near.${days}`) })),
  },
  {
    kind: 'choice',
    name: 'role',
    label: t('contacts.roleShort'),
    options: decisionRoles.map((role) => ({
      value: role,
      label: t(`contacts.roles.${role}`),
    })),
  },
  { kind: 'record', name: 'owner', label: t('owner'), path: '/api/people' },
];

/** Everybody at the customers one sees; those whose day is near first, when asked. */
export default function ContactsPage() {
  const { t } = useTranslation('customers');
  const mayImport = useCan('customers.import');
  return (
    <ListPage
      path="/api/customer-contacts"
      name="contacts"
      title={t('contacts.title')}
      searchHint={t('contacts.search')}
      columns={columns(t)}
      filters={filters(t)}
      empty={t('contacts.noneYet')}
      add={null}
      bring={mayImport ? { kind: 'contacts', label: t('import') } : null}
      canExport
    />
  );
}
