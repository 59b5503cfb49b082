import { ImportOutlined, LeftOutlined, PlusOutlined, RightOutlined } from '@ant-design/icons';
import { Alert, Button, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { server } from '@/shared/api/client';
import { useCan, useSession } from '@/shared/api/session';
import { useLanguage } from '@/shared/text/language';
import { EmptyState } from '@/shared/ui/EmptyState';
import { useOpenRecord } from '@/shared/ui/form/useOpenRecord';
import { IconButton } from '@/shared/ui/IconButton';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { useUnitChoices } from '@/shared/ui/inputs/useUnitChoices';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { useIsPhone } from '@/shared/ui/media';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import { toast } from '@/shared/ui/toast';
import s from './calendar.module.css';
import { type Entry, EntryForm } from './EntryForm';
import { MonthGrid } from './MonthGrid';

/** A year of the house: twelve months, and the names behind the days that are not what their weekday says. */
export default function CalendarPage() {
  const { t } = useTranslation('organization');
  const navigate = useNavigate();
  const language = useLanguage();
  const isPhone = useIsPhone();
  const { today } = useSession().company;
  const [search, setSearch] = useSearchParams();
  const editing = useOpenRecord('edit');
  const units = useUnitChoices();
  const mayEdit = useCan('organization.calendar-edit');
  const year = Number(search.get('year') ?? today.slice(0, 4));
  const unit = search.get('unit');

  const { data, isPending, error, refetch } = server.useQuery('get', '/api/work-calendar', {
    params: { query: { year, ...(unit && { unit }) } },
  });
  const entries = server.useQuery('get', '/api/calendar-entries', { params: { query: { year, size: 200 } } });
  const takeOver = server.useMutation('post', '/api/work-calendar/{year}/take-over');
  const put = (name: string, value: string | null) =>
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const special = new Map((data?.days ?? []).map((day) => [day.day, day]));
  const list = entries.data?.items ?? [];
  const nameOf = ({ name, nameEn }: (typeof list)[number]) => (language === 'en' && nameEn) || name;
  const open = list.find(({ id }) => id === editing.id) as Entry | undefined;
  const onTakeOver = async () => {
    const taken = await takeOver.mutateAsync({ params: { path: { year } } });
    toast.success(t('calendar.takenOver', { count: taken.entries }));
  };
  return (
    <>
      <PageHead
        title={t('calendar.title')}
        note={data && !isPhone && t('calendar.yearNote', { year, count: data.workingDays })}
        actions={
          mayEdit && (
            <>
              {!isPhone && (
                <Button icon={<ImportOutlined />} onClick={() => navigate('/imports/new?kind=calendar-entries')}>
                  {t('calendar.import')}
                </Button>
              )}
              <Button
                type="primary"
                icon={<PlusOutlined />}
                aria-label={t('calendar.create')}
                onClick={() => editing.open('new')}
              >
                {!isPhone && t('calendar.create')}
              </Button>
            </>
          )
        }
      />
      <div className={s.bar}>
        <IconButton label={t('calendar.previous')} icon={<LeftOutlined />} onClick={() => put('year', `${year - 1}`)} />
        <b className="number">{year}</b>
        <IconButton label={t('calendar.next')} icon={<RightOutlined />} onClick={() => put('year', `${year + 1}`)} />
        {units.length > 0 && (
          <div className={s.unit}>
            <ChoiceInput
              label={t('calendar.unit')}
              placeholder={t('calendar.wholeHouse')}
              options={units}
              value={unit}
              onChange={(value) => put('unit', value)}
            />
          </div>
        )}
        <ul className={s.legend}>
          {(['PublicHoliday', 'MakeUpDay', 'OwnDayOff', 'OwnWorkingDay'] as const).map((kind) => (
            <li key={kind}>
              <span className={s.day} data-kind={kind} />
              {t(`calendar.kinds.${kind}`)}
            </li>
          ))}
        </ul>
      </div>
      {data?.canTakeOver && (
        <Alert
          type="info"
          showIcon
          className={s.alert ?? ''}
          title={t('calendar.canTakeOver', { year })}
          action={
            <Button loading={takeOver.isPending} onClick={() => onTakeOver().catch(() => undefined)}>
              {t('calendar.takeOver')}
            </Button>
          }
        />
      )}
      {data?.calendar === 'Weekdays' && <p className={`muted ${s.alert}`}>{t('calendar.weekdaysOnly')}</p>}
      {isPending && <Skeleton active paragraph={{ rows: 14 }} />}
      {error && !data && <LoadFailed error={error} retry={refetch} />}
      {data && (
        <div className={s.columns}>
          <div className={s.year}>
            {data.months.map(({ month, workingDays }) => (
              <MonthGrid
                key={month}
                month={month}
                workingDays={workingDays}
                special={special}
                today={today}
                onDay={
                  mayEdit
                    ? (day) => {
                        const at = special.get(day);
                        if (at) editing.open(at.entryId);
                        else navigate(`?${new URLSearchParams({ ...Object.fromEntries(search), edit: 'new', day })}`);
                      }
                    : undefined
                }
              />
            ))}
          </div>
          <Panel title={t('calendar.names')} className={s.names ?? ''}>
            {list.length === 0 && !entries.isPending && <EmptyState text={t('calendar.empty', { year })} />}
            <ul>
              {list.map((entry) => (
                <li key={entry.id}>
                  <span className={s.day} data-kind={entry.kind} aria-hidden="true" />
                  <span>
                    {mayEdit ? (
                      <button type="button" className="linkButton" onClick={() => editing.open(entry.id)}>
                        {nameOf(entry)}
                      </button>
                    ) : (
                      nameOf(entry)
                    )}
                    <small>
                      {t(`calendar.kinds.${entry.kind}`)}
                      {entry.unitName && ` · ${entry.unitName}`}
                    </small>
                  </span>
                  <time className="number">
                    {entry.first.slice(5)}
                    {entry.last !== entry.first && ` – ${entry.last.slice(5)}`}
                  </time>
                </li>
              ))}
            </ul>
          </Panel>
        </div>
      )}
      {mayEdit && (editing.id === 'new' || open) && (
        <EntryForm
          key={editing.id}
          entry={open ?? null}
          day={search.get('day') ?? undefined}
          reload={entries.refetch}
          onClose={() => {
            const next = new URLSearchParams(search);
            next.delete('edit');
            next.delete('day');
            setSearch(next, { replace: true });
          }}
        />
      )}
    </>
  );
}
