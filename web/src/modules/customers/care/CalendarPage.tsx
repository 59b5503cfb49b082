import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { server } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import { IconButton } from '@/shared/ui/IconButton';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { RemotePicker } from '@/shared/ui/inputs/RemotePicker';
import { useUnitChoices } from '@/shared/ui/inputs/useUnitChoices';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import { StatusTag } from '@/shared/ui/StatusTag';
import { CustomerNav } from '../CustomerNav';
import s from './care.module.css';
import { monthOf, plusDays, plusMonths, weekOf } from './days';
import { toneOf, useCareWords } from './words';

const views = ['month', 'week'] as const;
const most = 200;

interface Narrowed {
  person?: string;
  unit?: string;
}

/** Cares by day: how many a day of the month, which ones of a week; of everybody one sees, of a team, of one. */
export default function CalendarPage() {
  const { t } = useTranslation('customers');
  const { company } = useSession();
  const units = useUnitChoices();
  const [search, setSearch] = useSearchParams();
  const view = search.get('view') === 'week' ? 'week' : 'month';
  const at = search.get('day') ?? company.today;
  const narrowed: Narrowed = {
    ...(search.get('person') && { person: search.get('person') as string }),
    ...(search.get('unit') && { unit: search.get('unit') as string }),
  };
  const put = (change: Record<string, string | null>) =>
    setSearch((now) => {
      const next = new URLSearchParams(now);
      for (const [key, value] of Object.entries(change)) value ? next.set(key, value) : next.delete(key);
      return next;
    });
  const step = (by: 1 | -1) => put({ day: view === 'month' ? plusMonths(at, by) : plusDays(at, 7 * by) });
  const week = weekOf(at);
  return (
    <>
      <PageHead title={t('care.calendar')} />
      <CustomerNav of="care" />
      <div className={s.bar}>
        <IconButton icon={<LeftOutlined />} label={t('care.before')} onClick={() => step(-1)} />
        <b className="number">{view === 'month' ? at.slice(0, 7) : `${week[0]} – ${week[6]?.slice(5)}`}</b>
        <IconButton icon={<RightOutlined />} label={t('care.after')} onClick={() => step(1)} />
        <div className={s.choice}>
          <ChoiceInput
            label={t('care.view')}
            clearable={false}
            value={view}
            options={views.map((one) => ({ value: one, label: t(`care.views.${one}`) }))}
            onChange={(one) => put({ view: one === 'week' ? 'week' : null })}
          />
        </div>
        <div className={s.choice}>
          <RemotePicker
            label={t('owner')}
            placeholder={t('owner')}
            path="/api/people"
            value={narrowed.person ?? null}
            onChange={(person) => put({ person })}
          />
        </div>
        {units.length > 1 && (
          <div className={s.choice}>
            <ChoiceInput
              label={t('care.unit')}
              placeholder={t('care.unit')}
              value={narrowed.unit ?? null}
              options={units}
              onChange={(unit) => put({ unit })}
            />
          </div>
        )}
      </div>
      {view === 'month' ? (
        <MonthGrid at={at} narrowed={narrowed} onPick={(day) => put({ day })} />
      ) : (
        <WeekList days={week} narrowed={narrowed} />
      )}
    </>
  );
}

interface MonthGridProps {
  at: string;
  narrowed: Narrowed;
  onPick: (day: string) => void;
}

function MonthGrid({ at, narrowed, onPick }: MonthGridProps) {
  const { t } = useTranslation('customers');
  const { company } = useSession();
  const days = monthOf(at);
  const { data, error, refetch } = server.useQuery('get', '/api/care-calendar', {
    params: { query: { ...narrowed, from: days[0] as string, to: days.at(-1) as string } },
  });
  const counts = new Map(data?.days.map((day) => [day.on, day]));
  if (error && !data) return <LoadFailed error={error} retry={refetch} />;
  return (
    <>
      <div className={s.grid}>
        {weekOf(at).map((day, i) => (
          <span key={day}>{t(`care.weekdays.${i as 0}`)}</span>
        ))}
        {days.map((day) => {
          const count = counts.get(day);
          const isLate = day < company.today;
          const inside = (
            <>
              <time className="number" dateTime={day} data-today={day === company.today}>
                {Number(day.slice(8))}
              </time>
              {!!count?.open && (
                <Count tone={isLate ? 'bad' : 'open'} count={count.open}>
                  {t(isLate ? 'care.overdue' : 'care.states.Open')}
                </Count>
              )}
              {!!count?.done && (
                <Count tone="good" count={count.done}>
                  {t('care.states.Done')}
                </Count>
              )}
              {!!count?.skipped && (
                <Count tone="neutral" count={count.skipped}>
                  {t('care.states.Skipped')}
                </Count>
              )}
            </>
          );
          const off = day.slice(0, 7) !== at.slice(0, 7);
          return count ? (
            <button
              key={day}
              type="button"
              className={s.cell}
              data-off={off}
              aria-pressed={day === at}
              aria-label={t('care.dayOf', { day, open: count.open, done: count.done, skipped: count.skipped })}
              onClick={() => onPick(day)}
            >
              {inside}
            </button>
          ) : (
            <div key={day} className={s.cell} data-off={off}>
              {inside}
            </div>
          );
        })}
      </div>
      <p className={`${s.legend} muted`}>
        {data && data.overdue > 0 && (
          <Link to={`/care?${new URLSearchParams({ ...narrowed, due: 'Overdue' })}`}>
            {t('care.overdueInAll', { count: data.overdue })}
          </Link>
        )}
        <Link
          to={`/care?${new URLSearchParams({ ...narrowed, from: `${at.slice(0, 7)}-01`, to: plusDays(plusMonths(at, 1), -1) })}`}
        >
          {t('care.listOfMonth')}
        </Link>
      </p>
      {counts.has(at) && <DayPanel day={at} narrowed={narrowed} />}
    </>
  );
}

function Count({ tone, count, children }: { tone: string; count: number; children: string }) {
  return (
    <span className={s.count} data-tone={tone}>
      <i />
      <span>{children}</span> <b className="number">{count}</b>
    </span>
  );
}

/** The cares of one day. */
function DayPanel({ day, narrowed }: { day: string; narrowed: Narrowed }) {
  return (
    <Panel title={<span className="number">{day}</span>}>
      <Cares from={day} to={day} narrowed={narrowed} className={s.dayList} />
    </Panel>
  );
}

function WeekList({ days, narrowed }: { days: string[]; narrowed: Narrowed }) {
  const { t } = useTranslation('customers');
  return (
    <div className={s.week}>
      {days.map((day, i) => (
        <Panel key={day} title={t(`care.weekdays.${i as 0}`)} note={<span className="number">{day.slice(5)}</span>}>
          <Cares from={day} to={day} narrowed={narrowed} />
        </Panel>
      ))}
    </div>
  );
}

interface CaresProps {
  from: string;
  to: string;
  narrowed: Narrowed;
  className?: string | undefined;
}

function Cares({ from, to, narrowed, className }: CaresProps) {
  const { t } = useTranslation('customers');
  const words = useCareWords();
  const { data } = server.useQuery('get', '/api/care-items', {
    params: { query: { ...narrowed, from, to, size: most, sort: 'customerName' } },
  });
  if (!data) return <Skeleton active title={false} paragraph={{ rows: 3 }} />;
  return (
    <ul className={className}>
      {data.items.map((row) => (
        <li key={row.id}>
          <Link to={`/care?open=${row.id}`} title={row.customerName}>
            {row.customerName}
          </Link>
          <small className="muted">
            {words.kind(row.kind)} · {row.personName}{' '}
          </small>
          <StatusTag tone={toneOf(row)}>{row.isOverdue ? t('care.overdue') : t(`care.states.${row.state}`)}</StatusTag>
        </li>
      ))}
      {data.total > most && (
        <li>
          <Link to={`/care?${new URLSearchParams({ ...narrowed, from, to })}`}>
            {t('care.more', { count: data.total - most })}
          </Link>
        </li>
      )}
    </ul>
  );
}
