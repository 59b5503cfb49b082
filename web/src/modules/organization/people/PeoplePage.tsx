import { ImportOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCan, useSession } from '@/shared/api/session';
import type { RowOf } from '@/shared/api/types';
import { useOpenRecord } from '@/shared/ui/form/useOpenRecord';
import type { Column } from '@/shared/ui/list/columns';
import { DataTable } from '@/shared/ui/list/DataTable';
import type { Filter } from '@/shared/ui/list/filters';
import { useIsPhone } from '@/shared/ui/media';
import { PageHead } from '@/shared/ui/PageHead';
import { indented, treeOf, useUnits } from '../units/tree';
import { PersonDrawer } from './PersonDrawer';
import { AddPerson } from './PersonForm';

export default function PeoplePage() {
  const { t } = useTranslation('organization');
  const isPhone = useIsPhone();
  const navigate = useNavigate();
  const record = useOpenRecord();
  const creating = useOpenRecord('create');
  const { permissions } = useSession();
  // A new person is nobody's subordinate yet: only who edits everybody may bring one in.
  const mayAdd = permissions['organization.people-edit'] === 'All';
  const mayImport = useCan('organization.people-import');
  const { units } = useUnits();
  const create = mayAdd ? { label: t('people.create'), onClick: () => creating.open('new') } : undefined;

  const columns: Column<RowOf<'/api/people'>>[] = [
    { key: 'number', title: t('people.number'), width: 110, sortable: true, card: 'none' },
    { key: 'name', title: t('people.name'), kind: 'name', width: 140, sortable: true },
    { key: 'unitName', title: t('people.unit'), width: 160, sortable: true },
    { key: 'positionName', title: t('people.position'), width: 140, sortable: true },
    { key: 'phone', title: t('people.phone'), width: 130 },
    { key: 'email', title: t('people.email'), width: 200, card: 'none' },
    { key: 'hiredOn', title: t('people.hiredOn'), kind: 'day', sortable: true, card: 'none' },
    { key: 'leftOn', title: t('people.leftOn'), kind: 'day', sortable: true, card: 'none' },
  ];
  const filters: Filter[] = [
    { kind: 'choice', name: 'unit', label: t('people.unit'), options: indented(treeOf(units)) },
    {
      kind: 'choice',
      name: 'active',
      label: t('people.active'),
      options: [{ value: 'true', label: t('people.activeOnly') }],
    },
  ];
  return (
    <>
      <PageHead
        title={t('people.title')}
        actions={
          <>
            {mayImport && !isPhone && (
              <Button icon={<ImportOutlined />} onClick={() => navigate('/imports/new?kind=people')}>
                {t('people.import')}
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
        path="/api/people"
        name="people"
        label={t('people.title')}
        searchHint={t('people.search')}
        columns={columns}
        filters={filters}
        empty={t('people.empty')}
        open={(row) => record.to(row.id)}
        create={create}
        canExport
      />
      {record.id && <PersonDrawer id={record.id} onClose={record.close} />}
      {creating.id === 'new' && mayAdd && <AddPerson onClose={creating.close} />}
    </>
  );
}
