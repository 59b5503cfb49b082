import { ImportOutlined } from '@ant-design/icons';
import { Button, Drawer, Segmented, Skeleton } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { server } from '@/shared/api/client';
import { useCan, useSession } from '@/shared/api/session';
import type { RowOf } from '@/shared/api/types';
import { useOpenRecord } from '@/shared/ui/form/useOpenRecord';
import { useUnitChoices } from '@/shared/ui/inputs/useUnitChoices';
import type { Column } from '@/shared/ui/list/columns';
import { DataTable } from '@/shared/ui/list/DataTable';
import type { Filter } from '@/shared/ui/list/filters';
import { useIsPhone } from '@/shared/ui/media';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import s from './attendance.module.css';
import { Corrections } from './Corrections';
import { HoursPanel } from './HoursPanel';
import { LeavesPanel } from './LeavesPanel';
import { MonthSheet } from './MonthSheet';
import { MonthsPanel } from './MonthsPanel';
import { monthAfter } from './words';

type Row = RowOf<'/api/attendance'>;
type T = TFunction<'organization'>;

const columns = (t: T): Column<Row>[] => [
  { key: 'name', title: t('people.name'), kind: 'name', width: 130 },
  { key: 'number', title: t('attendance.number'), width: 100, card: 'none' },
  { key: 'unitName', title: t('people.unit'), width: 130, card: 'line' },
  {
    key: 'attended',
    title: t('attendance.attendedOfDue'),
    kind: 'number',
    width: 120,
    card: 'corner',
    render: (row) => (
      <span className="number">
        {row.attended} / {row.due}
      </span>
    ),
  },
  { key: 'late', title: t('attendance.late'), kind: 'number', card: 'none' },
  { key: 'lateMinutes', title: t('attendance.lateMinutes'), kind: 'number', width: 110, optional: true, card: 'none' },
  { key: 'early', title: t('attendance.early'), kind: 'number', card: 'none' },
  { key: 'oneSided', title: t('attendance.oneSided'), kind: 'number', card: 'none' },
  { key: 'absentDays', title: t('attendance.absent'), kind: 'number', card: 'none' },
  { key: 'leaveDays', title: t('attendance.leave'), kind: 'number', card: 'none' },
  { key: 'overtimeMinutes', title: t('attendance.overtimeMinutes'), kind: 'number', width: 120, card: 'none' },
];

const views = ['sheet', 'corrections', 'leave', 'rules'] as const;
type View = (typeof views)[number];

/** The attendance of everybody one reaches: month sheet, corrections, leave, and what the house says of it. */
export default function AttendancePage() {
  const { t } = useTranslation(['organization', 'shared']);
  const { company } = useSession();
  const [search, setSearch] = useSearchParams();
  const navigate = useNavigate();
  const record = useOpenRecord();
  const units = useUnitChoices();
  const mayImport = useCan('organization.attendance-edit');
  const asked = search.get('view') as View;
  const view = views.includes(asked) ? asked : 'sheet';
  const thisMonth = company.today.slice(0, 7);
  const filters: Filter[] = [
    {
      kind: 'choice',
      name: 'month',
      label: thisMonth,
      options: Array.from({ length: 12 }, (_, i) => monthAfter(thisMonth, -1 - i)).map((value) => ({
        value,
        label: value,
      })),
    },
    ...(units.length > 0 ? [{ kind: 'choice' as const, name: 'unit', label: t('people.unit'), options: units }] : []),
  ];
  return (
    <>
      <PageHead
        title={t('attendance.title')}
        actions={
          mayImport && (
            <Button icon={<ImportOutlined />} onClick={() => navigate('/imports/new?kind=attendance')}>
              {t('attendance.import')}
            </Button>
          )
        }
      />
      <Segmented
        className={s.views}
        aria-label={t('attendance.title')}
        value={view}
        onChange={(next) => setSearch(next === 'sheet' ? {} : { view: next })}
        options={views.map((value) => ({ value, label: t(`attendance.views.${value}`) }))}
      />
      {view === 'sheet' && (
        <DataTable
          path="/api/attendance"
          name="attendance"
          label={t('attendance.title')}
          searchHint={t('attendance.search')}
          columns={columns(t)}
          filters={filters}
          empty={t('attendance.empty')}
          open={(row) => record.to(row.id)}
          canExport
        />
      )}
      {view === 'corrections' && (
        <div className={s.columns}>
          <Panel title={t('attendance.toDecide')}>
            <Corrections box="ToDecide" />
          </Panel>
          <Panel title={t('attendance.allCorrections')}>
            <Corrections box="All" />
          </Panel>
        </div>
      )}
      {view === 'leave' && <LeavesPanel />}
      {view === 'rules' && (
        <div className={s.columns}>
          <HoursPanel />
          <MonthsPanel />
        </div>
      )}
      {record.id && <SheetDrawer id={record.id} month={search.get('month') ?? thisMonth} onClose={record.close} />}
    </>
  );
}

function SheetDrawer({ id, month, onClose }: { id: string; month: string; onClose: () => void }) {
  const { company } = useSession();
  const { data } = server.useQuery('get', '/api/attendance/{id}', { params: { path: { id }, query: { month } } });
  return (
    <Drawer
      open
      onClose={onClose}
      size={useIsPhone() ? '100%' : 560}
      title={data?.sum ? `${data.sum.name} · ${data.month}` : ''}
    >
      {data ? <MonthSheet sheet={data} today={company.today} /> : <Skeleton active />}
    </Drawer>
  );
}
