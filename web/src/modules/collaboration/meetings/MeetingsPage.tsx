import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCan, useSession } from '@/shared/api/session';
import type { RowOf } from '@/shared/api/types';
import { Day } from '@/shared/ui/figures/Texts';
import type { Column } from '@/shared/ui/list/columns';
import { ListPage } from '@/shared/ui/list/ListPage';
import { Tabs, useBox } from '@/shared/ui/list/Tabs';
import { StatusTag } from '@/shared/ui/StatusTag';
import { MeetingDrawer } from './MeetingDrawer';
import { MeetingForm } from './MeetingForm';
import { clockText, stateTones } from './words';

type Row = RowOf<'/api/meetings'>;

const columns = (t: TFunction<'collaboration'>): Column<Row>[] => [
  { key: 'title', title: t('meetings.subject'), kind: 'name', sortable: true },
  {
    key: 'day',
    title: t('meetings.when'),
    width: 190,
    sortable: true,
    card: 'line',
    render: (row) => (
      <>
        <Day value={row.day} />{' '}
        <span className="number muted">
          {clockText(row.from)}–{clockText(row.to)}
        </span>
      </>
    ),
  },
  { key: 'place', title: t('meetings.place'), width: 150, sortable: true, card: 'line' },
  { key: 'chairName', title: t('meetings.chair'), width: 110, sortable: true, card: 'none' },
  {
    key: 'state',
    title: t('meetings.stateTitle'),
    width: 100,
    sortable: true,
    card: 'line',
    render: (row) => <StatusTag tone={stateTones[row.state]}>{t(`meetings.state.${row.state}`)}</StatusTag>,
  },
  {
    key: 'invited',
    title: t('meetings.people'),
    width: 170,
    card: 'none',
    render: (row) =>
      row.state === 'Closed'
        ? t('meetings.came', { invited: row.invited, late: row.late, absent: row.absent })
        : t('meetings.invitedCount', { count: row.invited }),
  },
  { key: 'decisions', title: t('meetings.decisions'), kind: 'number', sortable: true, card: 'none' },
];

/** What is to come, and what was held: two tabs, of mine or of all I may see. */
export default function MeetingsPage() {
  const { t } = useTranslation('collaboration');
  const { company, person, permissions } = useSession();
  const mayHold = useCan('collaboration.meetings-hold');
  const seesFigures = useCan('collaboration.meetings-read');
  const reach = permissions['collaboration.meetings-read'];
  const boxes = [
    'Ahead' as const,
    'Held' as const,
    ...(reach && reach !== 'Own' ? (['AllAhead', 'AllHeld'] as const) : []),
  ];
  const box = useBox(boxes, 'Ahead');
  const isAhead = box === 'Ahead' || box === 'AllAhead';
  const fixed: Record<string, string> = {
    box: box === 'AllAhead' || box === 'AllHeld' ? 'All' : 'Mine',
    state: isAhead ? 'Planned' : 'Closed',
  };
  return (
    <ListPage
      key={box}
      path="/api/meetings"
      name={`meetings-${box}`}
      fixed={fixed}
      sort={isAhead ? 'day' : '-day'}
      title={t('meetings.title')}
      above={
        <Tabs
          label={t('meetings.boxes')}
          boxes={boxes}
          first="Ahead"
          box={box}
          title={(one) => t(`meetings.box.${one}`)}
          extra={
            <>
              {(mayHold || seesFigures) && <Link to="/meeting-series">{t('meetings.series')}</Link>}
              {seesFigures && <Link to="/meeting-attendance">{t('meetings.attendance')}</Link>}
            </>
          }
        />
      }
      columns={columns(t)}
      filters={[{ kind: 'days', name: '', label: t('meetings.when') }]}
      searchHint={t('meetings.searchHint')}
      empty={t(isAhead ? 'meetings.noneAhead' : 'meetings.noneHeld', { day: company.today })}
      add={mayHold && person ? t('meetings.add') : null}
      canExport
      drawer={(id, close, edit) => <MeetingDrawer key={id} id={id} onEdit={edit} onClose={close} />}
      form={(id, close) => <MeetingForm id={id} onClose={close} />}
    />
  );
}
