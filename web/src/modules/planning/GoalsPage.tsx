import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/shared/api/session';
import type { RowOf } from '@/shared/api/types';
import { spanText } from '@/shared/format/period';
import { Amount } from '@/shared/ui/figures/Texts';
import { useUnitChoices } from '@/shared/ui/inputs/useUnitChoices';
import type { Column } from '@/shared/ui/list/columns';
import type { Filter } from '@/shared/ui/list/filters';
import { ListPage } from '@/shared/ui/list/ListPage';
import { useListTotals } from '@/shared/ui/list/useListTotals';
import { GoalDrawer } from './GoalDrawer';
import { GoalForm } from './GoalForm';

const columns = (t: TFunction<'planning'>): Column<RowOf<'/api/goals'>>[] => [
  { key: 'personNumber', title: t('personNumber'), width: 110, sortable: true, card: 'none' },
  { key: 'personName', title: t('person'), kind: 'name', sortable: true },
  { key: 'unitName', title: t('unit'), width: 160, sortable: true },
  { key: 'territoryName', title: t('territory'), width: 140, sortable: true },
  {
    key: 'first',
    title: t('period'),
    width: 200,
    sortable: true,
    card: 'line',
    render: (row) => <span className="number">{spanText(row.first, row.last)}</span>,
  },
  { key: 'last', title: t('last'), kind: 'day', sortable: true, optional: true },
  { key: 'amount', title: t('amount'), kind: 'money', width: 160, sortable: true },
];

export default function GoalsPage() {
  const { t } = useTranslation('planning');
  const mayEdit = useCan('planning.edit');
  const units = useUnitChoices();
  const filters: Filter[] = [
    { kind: 'record', name: 'person', label: t('person'), path: '/api/people' },
    { kind: 'choice', name: 'unit', label: t('unit'), options: units },
    { kind: 'record', name: 'territory', label: t('territory'), path: '/api/territories' },
    { kind: 'days', name: '', label: t('period') },
  ];
  const totals = useListTotals('/api/goals/totals', filters);
  return (
    <ListPage
      path="/api/goals"
      name="goals"
      title={t('title')}
      columns={columns(t)}
      filters={filters}
      searchHint={t('searchHint')}
      empty={t('empty')}
      add={mayEdit ? t('add') : null}
      sum={
        totals && (
          <>
            {t('sum', { count: totals.goals })} <Amount value={totals.amount} />
          </>
        )
      }
      totals={() => ({ amount: <Amount value={totals?.amount} /> })}
      canExport
      drawer={(id, close, edit) => <GoalDrawer id={id} onEdit={edit} onClose={close} />}
      form={(id, close) => <GoalForm id={id} onClose={close} />}
    />
  );
}
