import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { useCan, useSession } from '@/shared/api/session';
import type { RowOf } from '@/shared/api/types';
import { useCustomList } from '@/shared/ui/custom/shown';
import { Dash } from '@/shared/ui/figures/Texts';
import type { Column } from '@/shared/ui/list/columns';
import type { Filter } from '@/shared/ui/list/filters';
import { ListPage } from '@/shared/ui/list/ListPage';
import { indented, treeOf, useUnits } from '../units/tree';
import { PersonDrawer } from './PersonDrawer';
import { AddPerson } from './PersonForm';
import { StageTag, stages } from './StageTag';

export default function PeoplePage() {
  const { t } = useTranslation('organization');
  const { permissions } = useSession();
  // A new person is nobody's subordinate yet: only who edits everybody may bring one in.
  const mayAdd = permissions['organization.people-edit'] === 'All';
  const mayImport = useCan('organization.people-edit');
  const mayPrivate = useCan('organization.people-private');
  const { units } = useUnits();
  const mayUnits = useCan('organization.units-read');
  const grades = server.useQuery('get', '/api/grades', undefined, { enabled: mayUnits });
  const months = Array.from({ length: 12 }, (_, i) => `${i + 1}`);

  const columns: Column<RowOf<'/api/people'>>[] = [
    { key: 'number', title: t('people.number'), width: 110, sortable: true, card: 'none' },
    { key: 'name', title: t('people.name'), kind: 'name', width: 140, sortable: true },
    { key: 'unitName', title: t('people.unit'), width: 160, sortable: true },
    { key: 'positionName', title: t('people.position'), width: 140, sortable: true },
    { key: 'gradeName', title: t('people.grade'), width: 90, sortable: true },
    {
      key: 'stage',
      title: t('people.stage'),
      width: 100,
      render: ({ stage }) => (stage ? <StageTag stage={stage} /> : <Dash />),
    },
    { key: 'phone', title: t('people.phone'), width: 130, card: 'none' },
    { key: 'email', title: t('people.email'), width: 200, optional: true, card: 'none' },
    { key: 'hiredOn', title: t('people.hiredOn'), kind: 'day', sortable: true, card: 'none' },
    { key: 'leftOn', title: t('people.leftOn'), kind: 'day', sortable: true, card: 'none' },
    { key: 'birthday', title: t('people.birthday'), width: 110, optional: true, card: 'none' },
    { key: 'hobbies', title: t('people.hobbies'), width: 160, optional: true, card: 'none' },
    { key: 'strengths', title: t('people.strengths'), width: 180, optional: true, card: 'none' },
    { key: 'skills', title: t('people.skills'), width: 180, optional: true, card: 'none' },
    { key: 'careerGoal', title: t('people.careerGoal'), width: 200, optional: true, card: 'none' },
    // Whoever may see none of it is not told that there is such a thing.
    ...(mayPrivate
      ? ([
          { key: 'identityNumber', title: t('people.identityNumber'), width: 150, optional: true, card: 'none' },
        ] satisfies Column<RowOf<'/api/people'>>[])
      : []),
  ];
  const custom = useCustomList('person');
  const filters: Filter[] = [
    { kind: 'choice', name: 'unit', label: t('people.unit'), options: indented(treeOf(units)) },
    {
      kind: 'choice',
      name: 'active',
      label: t('people.active'),
      options: [{ value: 'true', label: t('people.activeOnly') }],
    },
    {
      kind: 'choice',
      name: 'grade',
      label: t('people.grade'),
      options: (grades.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      kind: 'choice',
      name: 'stage',
      label: t('people.stage'),
      options: stages.map((value) => ({ value, label: t(`people.stages.${value}`) })),
    },
    {
      kind: 'choice',
      name: 'born',
      label: t('people.born'),
      options: months.map((value) => ({ value, label: t('people.bornIn', { month: value }) })),
    },
  ];
  return (
    <ListPage
      path="/api/people"
      name="people"
      title={t('people.title')}
      searchHint={t('people.search')}
      columns={[...columns, ...custom.columns]}
      filters={[...filters, ...custom.filters]}
      empty={t('people.empty')}
      add={mayAdd ? t('people.create') : null}
      bring={mayImport ? { kind: 'people', label: t('people.import') } : null}
      canExport
      drawer={(id, close) => <PersonDrawer id={id} onClose={close} />}
      form={(_, close) => mayAdd && <AddPerson onClose={close} />}
    />
  );
}
