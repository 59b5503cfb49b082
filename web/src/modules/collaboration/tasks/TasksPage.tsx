import { RetweetOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { server } from '@/shared/api/client';
import { useCan, useSession } from '@/shared/api/session';
import type { RowOf } from '@/shared/api/types';
import { Day } from '@/shared/ui/figures/Texts';
import type { Column } from '@/shared/ui/list/columns';
import type { Filter } from '@/shared/ui/list/filters';
import { ListPage } from '@/shared/ui/list/ListPage';
import { Tabs, useBox } from '@/shared/ui/list/Tabs';
import { StatusTag } from '@/shared/ui/StatusTag';
import { toast } from '@/shared/ui/toast';
import s from '../collaboration.module.css';
import { TaskDrawer } from './TaskDrawer';
import { TaskForm } from './TaskForm';
import { isOverdue, priorities, states, stateTones } from './words';

type Row = RowOf<'/api/tasks'>;

/** The day it is due; red when that is past. */
function Due({ row }: { row: Row }) {
  const { company } = useSession();
  return (
    <span className={isOverdue(row, company.today) ? s.late : undefined}>
      <Day value={row.dueOn} />
    </span>
  );
}

const columns = (t: TFunction<'collaboration'>, box: string): Column<Row>[] => [
  {
    key: 'title',
    title: t('tasks.subject'),
    kind: 'name',
    sortable: true,
    render: (row) => (
      <>
        {(row.priority === 'Urgent' || row.priority === 'High') && (
          <span className={s.mark} data-tone={row.priority === 'High' ? 'amber' : undefined}>
            {t(`tasks.priority.${row.priority}`)}
          </span>
        )}
        {row.title}
        {row.comesRound && <RetweetOutlined className={s.round} aria-label={t('tasks.comesRound')} />}
      </>
    ),
  },
  { key: 'number', title: t('tasks.number'), width: 100, sortable: true, card: 'none', optional: true },
  ...(box === 'Mine'
    ? []
    : [
        {
          key: 'ownerName',
          title: t('tasks.owner'),
          width: 110,
          sortable: true,
          card: 'line' as const,
        },
      ]),
  {
    key: 'dueOn',
    title: t('tasks.dueOn'),
    width: 104,
    sortable: true,
    card: 'line',
    render: (row) => <Due row={row} />,
  },
  {
    key: 'state',
    title: t('tasks.stateTitle'),
    width: 100,
    sortable: true,
    card: 'line',
    render: (row) => <StatusTag tone={stateTones[row.state]}>{t(`tasks.state.${row.state}`)}</StatusTag>,
  },
  ...(box === 'Given'
    ? []
    : [{ key: 'giverName', title: t('tasks.giver'), width: 110, sortable: true, card: 'none' as const }]),
  { key: 'result', title: t('tasks.result'), width: 200, card: 'none', optional: box === 'Mine' },
];

export default function TasksPage() {
  const { t } = useTranslation('collaboration');
  const mayGive = useCan('collaboration.tasks-give');
  const mayImport = useCan('collaboration.tasks-import');
  const { permissions, person } = useSession();
  const { data: counts } = server.useQuery('get', '/api/collaboration/counts');
  const reach = permissions['collaboration.tasks-read'];
  const boxes = [
    'Mine' as const,
    ...(mayGive ? (['Given'] as const) : []),
    ...(reach && reach !== 'Own' ? (['Team', 'All'] as const) : []),
  ];
  const box = useBox([...boxes, 'All' as const], 'Mine');
  const filters: Filter[] = [
    {
      kind: 'choice',
      name: 'state',
      label: t('tasks.stateTitle'),
      options: states.map((state) => ({ value: state, label: t(`tasks.state.${state}`) })),
    },
    {
      kind: 'choice',
      name: 'overdue',
      label: t('tasks.dueOn'),
      options: [{ value: 'true', label: t('tasks.onlyOverdue') }],
    },
    {
      kind: 'choice',
      name: 'priority',
      label: t('tasks.priorityTitle'),
      options: priorities.map((one) => ({ value: one, label: t(`tasks.priority.${one}`) })),
    },
    { kind: 'days', name: '', label: t('tasks.dueOn') },
  ];
  const [onlyOpen, setOnlyOpen] = useState(true);
  return (
    <ListPage
      key={box}
      path="/api/tasks"
      name={`tasks-${box}`}
      fixed={onlyOpen ? { box, open: 'true' } : { box }}
      title={t('tasks.title')}
      above={
        <Tabs
          label={t('tasks.boxes')}
          boxes={boxes}
          first="Mine"
          box={box}
          title={(one) => t(`tasks.box.${one}`)}
          count={{ Mine: counts?.tasks, Given: counts?.toAccept }}
          extra={
            <>
              <label className={s.check}>
                <input type="checkbox" checked={!onlyOpen} onChange={(event) => setOnlyOpen(!event.target.checked)} />
                {t('tasks.showDone')}
              </label>
              <Link to="/task-series">{t('tasks.series')}</Link>
            </>
          }
        />
      }
      columns={columns(t, box)}
      filters={filters}
      searchHint={t('tasks.searchHint')}
      empty={t(`tasks.empty.${box}`)}
      add={mayGive && person ? t('tasks.add') : null}
      bring={mayImport ? { kind: 'tasks', label: t('tasks.import') } : null}
      canExport
      batch={box === 'Mine' ? (rows, done) => <FinishMany rows={rows} onDone={done} /> : undefined}
      drawer={(id, close, edit) => <TaskDrawer key={id} id={id} onEdit={edit} onClose={close} />}
      form={(id, close) => <TaskForm id={id} onClose={close} />}
    />
  );
}

/** Several at once, with one result; what can't be finished is said. */
function FinishMany({ rows, onDone }: { rows: Row[]; onDone: () => void }) {
  const { t } = useTranslation('collaboration');
  const [text, setText] = useState('');
  const finish = server.useMutation('post', '/api/tasks/finish');
  const send = () =>
    finish.mutate(
      { body: { ids: rows.map(({ id }) => id), text: text || undefined } },
      {
        onSuccess: ({ finished, items }) => {
          const left = items.length - finished;
          if (left > 0) toast.error(t('tasks.finishedSome', { finished, left }));
          else toast.success(t('tasks.finishedAll', { finished }));
          onDone();
        },
      },
    );
  return (
    <>
      <Input
        style={{ width: 220 }}
        aria-label={t('tasks.result')}
        placeholder={t('tasks.resultHint')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="primary" loading={finish.isPending} onClick={send}>
        {t('tasks.finishMany', { count: rows.length })}
      </Button>
    </>
  );
}
