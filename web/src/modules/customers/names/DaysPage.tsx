import { Button, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { server } from '@/shared/api/client';
import { useCan, useSession } from '@/shared/api/session';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { DateInput } from '@/shared/ui/inputs/DateInput';
import { useUnitChoices } from '@/shared/ui/inputs/useUnitChoices';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { ExportMenu } from '@/shared/ui/list/ExportMenu';
import { Tabs, useBox } from '@/shared/ui/list/Tabs';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import { DayBar } from './DayBar';
import { NamesNav } from './NamesNav';
import s from './names.module.css';
import { TeamDays, whats } from './TeamDays';
import { WeekTable } from './WeekTable';
import type { DayFigures, Figures } from './words';

const boxes = ['mine', 'team'] as const;

/** How many names and records a day brought, beside what it asked for: one's own, and those of whom one leads. */
export default function DaysPage() {
  const { t } = useTranslation('customers');
  const { permissions, person } = useSession();
  const navigate = useNavigate();
  const mayNorms = useCan('customers.name-norms-edit');
  const leads = permissions['customers.read'] !== 'Own';
  const shown = boxes.filter((box) => (box === 'mine' ? !!person : leads));
  const first = leads ? 'team' : 'mine';
  const box = useBox(shown, first);
  return (
    <>
      <PageHead
        title={t('days.title')}
        actions={mayNorms && <Button onClick={() => navigate('/name-norms')}>{t('norms.title')}</Button>}
      />
      <NamesNav />
      {shown.length > 1 && (
        <Tabs label={t('days.title')} boxes={shown} first={first} box={box} title={(one) => t(`days.box.${one}`)} />
      )}
      {box === 'mine' ? <MyDays /> : <Team />}
    </>
  );
}

function MyDays() {
  const { t } = useTranslation('customers');
  const mayEdit = useCan('customers.edit');
  const { data, error, refetch } = server.useQuery('get', '/api/name-figures', { params: { query: { mine: true } } });
  if (!data) return error ? <LoadFailed error={error} retry={refetch} /> : <Skeleton active />;
  const me = data.items[0];
  const today = me?.days.find((day) => day.day === data.today);
  if (!me || !today) return <p className="muted">{t('days.none')}</p>;
  return (
    <>
      <Panel title={t('days.today')} note={today.norm ? undefined : t(`days.states.${today.namesState}`)}>
        <DayBar
          label={t('names.title')}
          count={today.counted}
          all={today.names}
          from={today.norm?.namesFrom}
          to={today.norm?.namesTo}
        />
        <DayBar
          label={t('records.title')}
          count={today.records}
          from={today.norm?.recordsFrom}
          to={today.norm?.recordsTo}
        />
        <DayBar label={t('days.follows')} count={today.follows} from={today.norm?.followsFrom} />
        {mayEdit && <Link to="/customer-names/entry">{t('names.enter')}</Link>}
      </Panel>
      <Panel title={t('days.weeks')} note={t('days.weeksNote')}>
        <WeekTable people={[me]} />
      </Panel>
      <Panel title={t('days.last')} note={t('days.lastNote', { met: me.namesMet, due: me.namesDue })}>
        <div className={s.scroll}>
          <table className={s.figures}>
            <thead>
              <tr>
                <th scope="col">{t('names.day')}</th>
                <th scope="col">{t('names.title')}</th>
                <th scope="col">{t('days.asked')}</th>
                <th scope="col">{t('records.title')}</th>
                <th scope="col">{t('days.asked')}</th>
                <th scope="col">{t('days.follows')}</th>
                <th scope="col">{t('days.asked')}</th>
              </tr>
            </thead>
            <tbody>
              {[...me.days].reverse().map((day) => (
                <MyDay key={day.day} day={day} person={me.personId} />
              ))}
            </tbody>
          </table>
        </div>
      </Panel>
    </>
  );
}

function MyDay({ day, person }: { day: DayFigures; person: string }) {
  const { t } = useTranslation('customers');
  const names = `/customer-names?preparedBy=${person}&from=${day.day}&to=${day.day}`;
  const records = `/customer-records?author=${person}&from=${day.day}&to=${day.day}`;
  const asked = (from?: number, to?: number) => (to ? `${from}–${to}` : t(`days.states.${day.namesState}`));
  return (
    <tr>
      <th scope="row" className="number">
        {day.day}
      </th>
      <td data-state={day.namesState} title={t(`days.states.${day.namesState}`)}>
        <Link to={names}>{day.counted}</Link>
      </td>
      <td className="muted">{asked(day.norm?.namesFrom, day.norm?.namesTo)}</td>
      <td data-state={day.recordsState} title={t(`days.states.${day.recordsState}`)}>
        <Link to={records}>{day.records}</Link>
      </td>
      <td className="muted">{day.norm?.recordsTo ? `${day.norm.recordsFrom}–${day.norm.recordsTo}` : '–'}</td>
      <td data-state={day.followsState} title={t(`days.states.${day.followsState}`)}>
        {day.follows}
      </td>
      <td className="muted">{day.norm?.followsFrom || '–'}</td>
    </tr>
  );
}

const daysLater = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

function Team() {
  const { t } = useTranslation(['customers', 'shared']);
  const { company } = useSession();
  const units = useUnitChoices();
  const [search, setSearch] = useSearchParams();
  const to = search.get('to') ?? company.today;
  const from = search.get('from') ?? daysLater(to, -13);
  const what = whats.find((one) => one === search.get('what')) ?? 'names';
  const unit = search.get('unit');
  const query = { from, to, ...(unit ? { unit } : {}) };
  const { data, error, refetch } = server.useQuery(
    'get',
    '/api/name-figures',
    { params: { query } },
    { placeholderData: (before: Figures | undefined) => before },
  );
  const put = (change: Record<string, string | null>) =>
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        for (const [key, value] of Object.entries(change)) {
          if (value) next.set(key, value);
          else next.delete(key);
        }
        return next;
      },
      { replace: true },
    );
  return (
    <>
      <div className={s.top}>
        <div className={s.choice}>
          <ChoiceInput
            label={t('days.what')}
            clearable={false}
            value={what}
            options={[
              { value: 'names', label: t('names.title') },
              { value: 'records', label: t('records.title') },
              { value: 'follows', label: t('days.follows') },
            ]}
            onChange={(next) => put({ what: next })}
          />
        </div>
        <div className={s.choice}>
          <ChoiceInput
            label={t('days.unit')}
            placeholder={t('days.unit')}
            value={unit}
            options={units}
            onChange={(next) => put({ unit: next })}
          />
        </div>
        <div className={s.date}>
          <DateInput label={t('days.from')} value={from} onChange={(next) => put({ from: next })} />
        </div>
        <div className={s.date}>
          <DateInput label={t('days.to')} value={to} onChange={(next) => put({ to: next })} />
        </div>
        <span className={s.export}>
          <ExportMenu address="/api/name-figures" fixed={query} />
        </span>
      </div>
      {error && !data && <LoadFailed error={error} retry={refetch} />}
      {!data && !error && <Skeleton active />}
      {data && <TeamDays figures={data} what={what} />}
      {data && data.items.length > 0 && (
        <Panel title={t('days.weeks')} note={t('days.weeksNote')}>
          <WeekTable people={data.items} named />
        </Panel>
      )}
    </>
  );
}
