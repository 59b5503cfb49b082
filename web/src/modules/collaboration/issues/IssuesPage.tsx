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
import s from '../collaboration.module.css';
import { IssueDrawer } from './IssueDrawer';
import { IssueForm } from './IssueForm';
import { dayOf, isOverdue, states, stateTones } from './words';

type Row = RowOf<'/api/issues'>;

function Due({ row }: { row: Row }) {
  const { t } = useTranslation('collaboration');
  const { company } = useSession();
  return (
    <span className={isOverdue(row, company.today) ? s.late : undefined}>
      <Day value={dayOf(row)} />
      {!row.agreedOn && row.proposedOn && <span className="muted"> {t('issues.proposed')}</span>}
    </span>
  );
}

const columns = (t: TFunction<'collaboration'>, box: string): Column<Row>[] => [
  {
    key: 'title',
    title: t('issues.subject'),
    kind: 'name',
    sortable: true,
    render: (row) => (
      <>
        {row.level > 0 && <span className={s.mark}>{t('issues.escalated')}</span>}
        {row.title}
      </>
    ),
  },
  ...(box === 'FromUs'
    ? []
    : [{ key: 'fromUnitName', title: t('issues.from'), width: 130, sortable: true, card: 'line' as const }]),
  ...(box === 'ToUs'
    ? []
    : [{ key: 'toUnitName', title: t('issues.to'), width: 130, sortable: true, card: 'line' as const }]),
  { key: 'ownerName', title: t('issues.owner'), width: 100, sortable: true, card: 'none' },
  {
    key: 'agreedOn',
    title: t('issues.day'),
    width: 130,
    sortable: true,
    card: 'line',
    render: (row) => <Due row={row} />,
  },
  {
    key: 'state',
    title: t('issues.stateTitle'),
    width: 100,
    sortable: true,
    card: 'line',
    render: (row) => <StatusTag tone={stateTones[row.state]}>{t(`issues.state.${row.state}`)}</StatusTag>,
  },
  { key: 'raisedOn', title: t('issues.raisedOn'), kind: 'day', sortable: true, card: 'none' },
];

export default function IssuesPage() {
  const { t } = useTranslation('collaboration');
  const { person, permissions } = useSession();
  const seesFigures = useCan('collaboration.issues-read');
  const { data: counts } = server.useQuery('get', '/api/collaboration/counts');
  const reach = permissions['collaboration.issues-read'];
  const boxes = ['ToUs' as const, 'FromUs' as const, ...(reach && reach !== 'Own' ? (['All'] as const) : [])];
  const box = useBox([...boxes, 'All' as const], 'ToUs');
  const [onlyOpen, setOnlyOpen] = useState(true);
  const filters: Filter[] = [
    {
      kind: 'choice',
      name: 'state',
      label: t('issues.stateTitle'),
      options: states.map((state) => ({ value: state, label: t(`issues.state.${state}`) })),
    },
    {
      kind: 'choice',
      name: 'overdue',
      label: t('issues.day'),
      options: [{ value: 'true', label: t('tasks.onlyOverdue') }],
    },
  ];
  return (
    <ListPage
      key={box}
      path="/api/issues"
      name={`issues-${box}`}
      fixed={onlyOpen ? { box, open: 'true' } : { box }}
      title={t('issues.title')}
      above={
        <Tabs
          label={t('issues.boxes')}
          boxes={boxes}
          first="ToUs"
          box={box}
          title={(one) => t(`issues.box.${one}`)}
          count={{ ToUs: counts?.issuesToUs, FromUs: counts?.issuesFromUs }}
          extra={
            <>
              <label className={s.check}>
                <input type="checkbox" checked={!onlyOpen} onChange={(event) => setOnlyOpen(!event.target.checked)} />
                {t('issues.showClosed')}
              </label>
              {seesFigures && <Link to="/issue-figures">{t('issues.figures')}</Link>}
            </>
          }
        />
      }
      columns={columns(t, box)}
      filters={filters}
      searchHint={t('issues.searchHint')}
      empty={t(`issues.empty.${box}`)}
      add={person?.unitId ? t('issues.add') : null}
      canExport
      drawer={(id, close) => <IssueDrawer key={id} id={id} onClose={close} />}
      form={(_, close) => <IssueForm onClose={close} />}
    />
  );
}
