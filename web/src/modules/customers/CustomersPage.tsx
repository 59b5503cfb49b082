import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useCan } from '@/shared/api/session';
import type { RowOf } from '@/shared/api/types';
import { useCustomList } from '@/shared/ui/custom/shown';
import type { Choice } from '@/shared/ui/inputs/ChoiceInput';
import type { Column } from '@/shared/ui/list/columns';
import type { Filter } from '@/shared/ui/list/filters';
import { ListPage } from '@/shared/ui/list/ListPage';
import { StatusTag } from '@/shared/ui/StatusTag';
import { CustomerCard } from './CustomerCard';
import { CustomerDrawer } from './CustomerDrawer';
import { AddCustomer } from './CustomerForm';
import { useRatings } from './credit/words';
import { GradeChip } from './grading/GradeChip';
import { gradeOptions, useGradesEver } from './grading/useGrades';
import { segments } from './grading/words';
import { TransferMany } from './ownership/TransferMany';
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
  {
    key: 'grade',
    title: t('grading.grade'),
    width: 72,
    sortable: true,
    card: 'corner',
    render: (row) => row.grade && <GradeChip grade={row.grade} />,
  },
  { key: 'ownerName', title: t('owner'), width: 96, sortable: true, card: 'line' },
  { key: 'territoryName', title: t('territory'), width: 104, sortable: true },
  { key: 'industry', title: t('industry'), width: 96, sortable: true, card: 'line' },
  { key: 'city', title: t('city'), width: 88, sortable: true, card: 'line' },
  { key: 'contactName', title: t('contact'), width: 96 },
  { key: 'phone', title: t('phone'), width: 132 },
  {
    key: 'segment',
    title: t('grading.segment'),
    width: 108,
    sortable: true,
    optional: true,
    render: (row) => row.segment && t(`grading.segments.${row.segment}`),
  },
  { key: 'creditCode', title: t('creditCode'), width: 180, sortable: true, optional: true },
  { key: 'completeness', title: t('completeness'), kind: 'rate', sortable: true, card: 'none' },
  { key: 'createdAt', title: t('createdAt'), kind: 'instant', sortable: true, optional: true },
  { key: 'protectedUntil', title: t('own.protectedUntil'), kind: 'day', sortable: true },
];

const filters = (t: T, grades: string[], ratings: Choice[]): Filter[] => [
  {
    kind: 'choice',
    name: 'state',
    label: t('state'),
    options: customerStates.map((state) => ({ value: state, label: t(`states.${state}`) })),
  },
  {
    kind: 'choice',
    name: 'completeBelow',
    label: t('completeBelow'),
    options: ['0.4', '0.6', '0.8'].map((rate) => ({ value: rate, label: `${Number(rate) * 100}%` })),
  },
  {
    kind: 'choice',
    name: 'grade',
    label: t('grading.grade'),
    options: gradeOptions(grades),
  },
  {
    kind: 'choice',
    name: 'segment',
    label: t('grading.segment'),
    options: segments.map((segment) => ({ value: segment, label: t(`grading.segments.${segment}`) })),
  },
  { kind: 'record', name: 'territory', label: t('territory'), path: '/api/territories' },
  { kind: 'record', name: 'owner', label: t('owner'), path: '/api/people' },
  {
    kind: 'choice',
    name: 'dueWithin',
    label: t('own.dueWithin'),
    options: (['7', '30'] as const).map((days) => ({ value: days, label: t(`own.dueDays.${days}`) })),
  },
  { kind: 'choice', name: 'creditRating', label: t('credit.rating'), options: ratings },
  {
    kind: 'choice',
    name: 'held',
    label: t('credit.filterHeld'),
    options: (['true', 'false'] as const).map((held) => ({ value: held, label: t(`credit.held.${held}`) })),
  },
];

export default function CustomersPage() {
  const { t } = useTranslation('customers');
  const mayEdit = useCan('customers.edit');
  const mayImport = useCan('customers.import');
  const mayTransfer = useCan('customers.transfer');
  const [search] = useSearchParams();
  const due: Column<RowOf<'/api/customers'>>[] = search.has('dueWithin')
    ? [{ key: 'dueOn', title: t('own.dueOn'), kind: 'day', card: 'line' }]
    : [];
  const credit: Column<RowOf<'/api/customers'>>[] =
    search.has('creditRating') || search.has('held')
      ? [
          {
            key: 'creditRating',
            title: t('credit.rating'),
            width: 112,
            card: 'line',
            render: (row) => (
              <>
                {row.creditRating} {row.isHeld && <StatusTag tone="bad">{t('credit.verdicts.Held')}</StatusTag>}
              </>
            ),
          },
        ]
      : [];
  const ratings = useRatings();
  const custom = useCustomList('customer');
  const grades = useGradesEver();
  return (
    <ListPage
      path="/api/customers"
      name="customers"
      title={t('title')}
      searchHint={t('search')}
      columns={[...columns(t), ...due, ...credit, ...custom.columns]}
      filters={[...filters(t, grades, ratings), ...custom.filters]}
      empty={t('empty')}
      add={mayEdit ? t('create') : null}
      bring={mayImport ? { kind: 'customers', label: t('import') } : null}
      canExport
      wall={{ fixed: { cards: 'true' }, card: (row) => <CustomerCard row={row} /> }}
      batch={mayTransfer ? (rows, done) => <TransferMany ids={rows.map((row) => row.id)} onDone={done} /> : undefined}
      drawer={(id, close) => <CustomerDrawer id={id} onClose={close} />}
      form={(_, close) => mayEdit && <AddCustomer onClose={close} />}
    />
  );
}
