import { useTranslation } from 'react-i18next';
import { useCan, useSession } from '@/shared/api/session';
import type { RowOf } from '@/shared/api/types';
import type { Column } from '@/shared/ui/list/columns';
import type { Filter } from '@/shared/ui/list/filters';
import { ListPage } from '@/shared/ui/list/ListPage';
import { indented, treeOf, useUnits } from '../units/tree';
import { PersonDrawer } from './PersonDrawer';
import { AddPerson } from './PersonForm';

export default function PeoplePage() {
  const { t } = useTranslation('organization');
  const { permissions } = useSession();
  // A new person is nobody's subordinate yet: only who edits everybody may bring one in.
  const mayAdd = permissions['organization.people-edit'] === 'All';
  const mayImport = useCan('organization.people-import');
  const { units } = useUnits();

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
    <ListPage
      path="/api/people"
      name="people"
      title={t('people.title')}
      searchHint={t('people.search')}
      columns={columns}
      filters={filters}
      empty={t('people.empty')}
      add={mayAdd ? t('people.create') : null}
      bring={mayImport ? { kind: 'people', label: t('people.import') } : null}
      canExport
      drawer={(id, close) => <PersonDrawer id={id} onClose={close} />}
      form={(_, close) => mayAdd && <AddPerson onClose={close} />}
    />
  );
}
