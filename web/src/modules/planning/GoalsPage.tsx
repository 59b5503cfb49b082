import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/shared/api/session';
import type { RowOf } from '@/shared/api/types';
import { spanText } from '@/shared/format/period';
import { Amount } from '@/shared/ui/figures/Texts';
import { useOpenRecord } from '@/shared/ui/form/useOpenRecord';
import { useUnitChoices } from '@/shared/ui/inputs/useUnitChoices';
import type { Column } from '@/shared/ui/list/columns';
import { DataTable } from '@/shared/ui/list/DataTable';
import type { Filter } from '@/shared/ui/list/filters';
import { useListTotals } from '@/shared/ui/list/useListTotals';
import { useIsPhone } from '@/shared/ui/media';
import { PageHead } from '@/shared/ui/PageHead';
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
  const isPhone = useIsPhone();
  const mayEdit = useCan('planning.edit');
  const units = useUnitChoices();
  const record = useOpenRecord();
  const editing = useOpenRecord('edit');
  const filters: Filter[] = [
    { kind: 'record', name: 'person', label: t('person'), path: '/api/people' },
    { kind: 'choice', name: 'unit', label: t('unit'), options: units },
    { kind: 'record', name: 'territory', label: t('territory'), path: '/api/territories' },
    { kind: 'days', name: '', label: t('period') },
  ];
  const totals = useListTotals('/api/goals/totals', filters);
  const add = () => editing.open('new');
  return (
    <>
      <PageHead
        title={t('title')}
        actions={
          mayEdit && (
            <Button type="primary" icon={<PlusOutlined />} onClick={add} aria-label={t('add')}>
              {!isPhone && t('add')}
            </Button>
          )
        }
      />
      {isPhone && totals && (
        <p className="muted" style={{ marginBottom: 8 }}>
          {t('sum', { count: totals.goals })} <Amount value={totals.amount} />
        </p>
      )}
      <DataTable
        path="/api/goals"
        name="goals"
        label={t('title')}
        columns={columns(t)}
        filters={filters}
        searchHint={t('searchHint')}
        empty={t('empty')}
        open={(row) => record.to(row.id)}
        create={mayEdit ? { label: t('add'), onClick: add } : undefined}
        totals={() => ({ amount: <Amount value={totals?.amount} /> })}
        canExport
      />
      {record.id && <GoalDrawer id={record.id} onEdit={editing.open} onClose={record.close} />}
      {editing.id && <GoalForm id={editing.id} onClose={editing.close} />}
    </>
  );
}
