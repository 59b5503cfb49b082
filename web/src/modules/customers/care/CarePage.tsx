import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useCan } from '@/shared/api/session';
import type { Column } from '@/shared/ui/list/columns';
import type { Filter } from '@/shared/ui/list/filters';
import { ListPage } from '@/shared/ui/list/ListPage';
import { useIsPhone } from '@/shared/ui/media';
import { StatusTag } from '@/shared/ui/StatusTag';
import { CustomerNav } from '../CustomerNav';
import { GradeChip } from '../grading/GradeChip';
import { gradeOptions, useGradesEver } from '../grading/useGrades';
import { CareDrawer } from './CareDrawer';
import { MyCare } from './MyCare';
import { type CareRow, dues, states, toneOf, useCareWords } from './words';

type T = TFunction<'customers'>;

const columns = (t: T, kind: (code: string) => string, seesCosts: boolean): Column<CareRow>[] => [
  { key: 'customerName', title: t('care.customer'), kind: 'name', sortable: true },
  { key: 'kind', title: t('care.kind'), width: 120, card: 'line', render: (row) => kind(row.kind) },
  {
    key: 'grade',
    title: t('grading.grade'),
    width: 72,
    sortable: true,
    card: 'none',
    render: (row) => row.grade && <GradeChip grade={row.grade} />,
  },
  {
    key: 'state',
    title: t('state'),
    width: 104,
    sortable: true,
    card: 'corner',
    render: (row) => (
      <StatusTag tone={toneOf(row)}>{row.isOverdue ? t('care.overdue') : t(`care.states.${row.state}`)}</StatusTag>
    ),
  },
  { key: 'on', title: t('care.day'), kind: 'day', sortable: true, card: 'line' },
  { key: 'occasionOn', title: t('care.occasionOn'), kind: 'day', sortable: true, card: 'none' },
  { key: 'contactName', title: t('care.contact'), width: 96, card: 'none' },
  { key: 'personName', title: t('owner'), width: 96, sortable: true, card: 'line' },
  { key: 'level', title: t('care.level'), kind: 'number', width: 88, sortable: true, optional: true, card: 'none' },
  { key: 'score', title: t('care.score'), kind: 'number', width: 80, sortable: true, card: 'none' },
  { key: 'budget', title: t('care.budget'), kind: 'money', width: 104, sortable: true, optional: true, card: 'none' },
  ...(seesCosts
    ? [{ key: 'cost', title: t('care.cost'), kind: 'money', width: 104, card: 'none' } satisfies Column<CareRow>]
    : []),
  { key: 'result', title: t('care.result'), width: 180, optional: true, card: 'none' },
  { key: 'closedByName', title: t('care.closedBy'), width: 96, sortable: true, optional: true, card: 'none' },
];

const filters = (t: T, kinds: { value: string; label: string }[], grades: string[], seesCosts: boolean): Filter[] => [
  {
    kind: 'choice',
    name: 'due',
    label: t('care.due'),
    options: dues.map((due) => ({ value: due, label: t(`care.dues.${due}`) })),
  },
  {
    kind: 'choice',
    name: 'state',
    label: t('state'),
    options: states.map((state) => ({ value: state, label: t(`care.states.${state}`) })),
  },
  { kind: 'choice', name: 'kind', label: t('care.kind'), options: kinds },
  { kind: 'choice', name: 'mine', label: t('care.whose'), options: [{ value: 'true', label: t('care.mine') }] },
  {
    kind: 'choice',
    name: 'grade',
    label: t('grading.grade'),
    options: gradeOptions(grades),
  },
  { kind: 'record', name: 'person', label: t('owner'), path: '/api/people' },
  { kind: 'record', name: 'by', label: t('care.closedBy'), path: '/api/people' },
  { kind: 'record', name: 'customer', label: t('care.customer'), path: '/api/customers' },
  { kind: 'days', name: '', label: t('care.day') },
  {
    kind: 'choice',
    name: 'score',
    label: t('care.score'),
    options: Array.from({ length: 10 }, (_, i) => ({ value: String(i + 1), label: String(i + 1) })),
  },
  {
    kind: 'choice',
    name: 'scored',
    label: t('care.scored'),
    options: [{ value: 'true', label: t('care.onlyScored') }],
  },
  ...(seesCosts
    ? [
        {
          kind: 'choice',
          name: 'costly',
          label: t('care.cost'),
          options: [{ value: 'true', label: t('care.onlyCostly') }],
        } satisfies Filter,
      ]
    : []),
];

/** What is to be done for customers and what was: on a phone first of all my own duties. */
export default function CarePage() {
  const { t } = useTranslation('customers');
  const isPhone = useIsPhone();
  const [search] = useSearchParams();
  const words = useCareWords();
  const seesCosts = useCan('customers.care-costs');
  const grades = useGradesEver();
  if (isPhone && search.size === 0) return <MyCare />;
  return (
    <ListPage
      path="/api/care-items"
      name="care-items"
      title={t('care.title')}
      above={<CustomerNav of="care" />}
      searchHint={t('search')}
      columns={columns(t, words.kind, seesCosts)}
      filters={filters(t, words.all, grades, seesCosts)}
      empty={t('care.none')}
      add={null}
      canExport
      drawer={(id, close) => <CareDrawer key={id} id={id} onClose={close} />}
    />
  );
}
