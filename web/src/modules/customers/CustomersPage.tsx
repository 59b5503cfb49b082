import { ImportOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useCan } from '@/shared/api/session';
import type { RowOf } from '@/shared/api/types';
import { useOpenRecord } from '@/shared/ui/form/useOpenRecord';
import type { Column } from '@/shared/ui/list/columns';
import { DataTable } from '@/shared/ui/list/DataTable';
import type { Filter } from '@/shared/ui/list/filters';
import { useIsPhone } from '@/shared/ui/media';
import { PageHead } from '@/shared/ui/PageHead';
import { CustomerDrawer } from './CustomerDrawer';
import { AddCustomer } from './CustomerForm';
import { CustomerStateTag, customerStates } from './state';

type T = TFunction<'customers'>;

const columns = (t: T): Column<RowOf<'/api/customers'>>[] => [
  { key: 'number', title: t('number'), width: 108, sortable: true, card: 'none' },
  { key: 'name', title: t('name'), kind: 'name', sortable: true },
  {
    key: 'state',
    title: t('state'),
    width: 100,
    sortable: true,
    card: 'line',
    render: (row) => <CustomerStateTag state={row.state} />,
  },
  { key: 'ownerName', title: t('owner'), width: 96, sortable: true, card: 'line' },
  { key: 'territoryName', title: t('territory'), width: 104, sortable: true },
  { key: 'industry', title: t('industry'), width: 96, sortable: true, card: 'line' },
  { key: 'city', title: t('city'), width: 88, sortable: true, card: 'line' },
  { key: 'contactName', title: t('contact'), width: 96 },
  { key: 'phone', title: t('phone'), width: 132 },
  { key: 'createdAt', title: t('createdAt'), kind: 'instant', sortable: true, optional: true },
];

const filters = (t: T): Filter[] => [
  {
    kind: 'choice',
    name: 'state',
    label: t('state'),
    options: customerStates.map((state) => ({ value: state, label: t(`states.${state}`) })),
  },
  { kind: 'record', name: 'territory', label: t('territory'), path: '/api/territories' },
  { kind: 'record', name: 'owner', label: t('owner'), path: '/api/people' },
];

export default function CustomersPage() {
  const { t } = useTranslation('customers');
  const isPhone = useIsPhone();
  const navigate = useNavigate();
  const [, setSearch] = useSearchParams();
  const record = useOpenRecord();
  const creating = useOpenRecord('create');
  const mayEdit = useCan('customers.edit');
  const mayImport = useCan('customers.import');
  const showAdded = (id: string) =>
    setSearch((now) => {
      const next = new URLSearchParams(now);
      next.delete('create');
      next.set('open', id);
      return next;
    });
  const create = mayEdit ? { label: t('create'), onClick: () => creating.open('new') } : undefined;
  return (
    <>
      <PageHead
        title={t('title')}
        actions={
          <>
            {mayImport && !isPhone && (
              <Button icon={<ImportOutlined />} onClick={() => navigate('/imports/new?kind=customers')}>
                {t('import')}
              </Button>
            )}
            {create && (
              <Button type="primary" icon={<PlusOutlined />} onClick={create.onClick}>
                {create.label}
              </Button>
            )}
          </>
        }
      />
      <DataTable
        path="/api/customers"
        name="customers"
        label={t('title')}
        searchHint={t('search')}
        columns={columns(t)}
        filters={filters(t)}
        empty={t('empty')}
        open={(row) => record.to(row.id)}
        create={create}
        canExport
      />
      {record.id && <CustomerDrawer id={record.id} onClose={record.close} />}
      {creating.id === 'new' && mayEdit && <AddCustomer onAdded={showAdded} onClose={creating.close} />}
    </>
  );
}
