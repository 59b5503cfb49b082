import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/shared/api/session';
import type { RowOf } from '@/shared/api/types';
import { Day } from '@/shared/ui/figures/Texts';
import type { Choice } from '@/shared/ui/inputs/ChoiceInput';
import type { Column } from '@/shared/ui/list/columns';
import type { Filter } from '@/shared/ui/list/filters';
import { ListPage } from '@/shared/ui/list/ListPage';
import { StatusTag } from '@/shared/ui/StatusTag';
import { CustomerNav } from '../CustomerNav';
import s from '../customers.module.css';
import { GradeChip } from '../grading/GradeChip';
import { gradeOptions, useGradesEver } from '../grading/useGrades';
import { WarningDrawer } from './WarningDrawer';
import { indicators, results, states, stateTones, useWords } from './words';

type Row = RowOf<'/api/customer-warnings'>;
type T = TFunction<'customers'>;

const columns = (t: T, today: string, cause: (code?: string | null) => string): Column<Row>[] => [
  { key: 'customerName', title: t('warnings.customer'), kind: 'name', sortable: true },
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
    card: 'line',
    render: (row) => (
      <StatusTag tone={row.result === 'WonBack' ? 'good' : row.result === 'Lost' ? 'bad' : stateTones[row.state]}>
        {row.result ? t(`warnings.results.${row.result}`) : t(`warnings.states.${row.state}`)}
      </StatusTag>
    ),
  },
  { key: 'openedOn', title: t('warnings.openedOn'), kind: 'day', sortable: true, card: 'none' },
  {
    key: 'dueOn',
    title: t('warnings.dueOn'),
    width: 112,
    sortable: true,
    card: 'line',
    render: (row) => (
      <span className={row.state === 'Open' && row.dueOn < today ? s.bad : undefined}>
        <Day value={row.dueOn} />
      </span>
    ),
  },
  { key: 'signals', title: t('warnings.signals'), kind: 'number', width: 80, sortable: true, card: 'none' },
  {
    key: 'cause',
    title: t('warnings.cause'),
    width: 104,
    sortable: true,
    card: 'line',
    render: (row) => row.cause && cause(row.cause),
  },
  { key: 'resumedOn', title: t('warnings.resumedOn'), kind: 'day', sortable: true, card: 'none' },
  { key: 'ownerName', title: t('owner'), width: 96, sortable: true, card: 'line' },
  { key: 'wonSales', title: t('warnings.wonSales'), kind: 'money', sortable: true, optional: true, card: 'none' },
];

const filters = (t: T, causes: Choice[], grades: Choice[]): Filter[] => [
  {
    kind: 'choice',
    name: 'state',
    label: t('state'),
    options: states.map((state) => ({ value: state, label: t(`warnings.states.${state}`) })),
  },
  {
    kind: 'choice',
    name: 'result',
    label: t('warnings.result'),
    options: results.map((result) => ({ value: result, label: t(`warnings.results.${result}`) })),
  },
  {
    kind: 'choice',
    name: 'indicator',
    label: t('warnings.indicator'),
    options: indicators.map((one) => ({ value: one, label: t(`warnings.indicators.${one}`) })),
  },
  { kind: 'choice', name: 'cause', label: t('warnings.cause'), options: causes },
  { kind: 'choice', name: 'grade', label: t('grading.grade'), options: grades },
  {
    kind: 'choice',
    name: 'overdue',
    label: t('warnings.dueOn'),
    options: [{ value: 'true', label: t('warnings.onlyOverdue') }],
  },
  {
    kind: 'choice',
    name: 'resumed',
    label: t('warnings.resumedOn'),
    options: [{ value: 'true', label: t('warnings.onlyResumed') }],
  },
  { kind: 'record', name: 'owner', label: t('owner'), path: '/api/people' },
];

/** Customers who may be leaving: who must follow up, and how it ended. */
export default function WarningsPage() {
  const { t } = useTranslation('customers');
  const { company } = useSession();
  const words = useWords();
  const grades = gradeOptions(useGradesEver());
  return (
    <ListPage
      path="/api/customer-warnings"
      name="customer-warnings"
      title={t('warnings.title')}
      above={<CustomerNav of="warnings" />}
      searchHint={t('search')}
      columns={columns(t, company.today, words.cause)}
      filters={filters(t, words.ever('causes'), grades)}
      empty={t('warnings.none')}
      add={null}
      canExport
      drawer={(id, close) => <WarningDrawer key={id} id={id} onClose={close} />}
    />
  );
}
