import { Button, Checkbox, Form, Input } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ifMatch, server } from '@/shared/api/client';
import { useCan, useSession } from '@/shared/api/session';
import type { RowOf } from '@/shared/api/types';
import { Facts } from '@/shared/ui/Facts';
import { Day } from '@/shared/ui/figures/Texts';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { RecordDrawer } from '@/shared/ui/form/RecordDrawer';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { RemotePicker } from '@/shared/ui/inputs/RemotePicker';
import { TimeInput } from '@/shared/ui/inputs/TimeInput';
import { useUnitChoices } from '@/shared/ui/inputs/useUnitChoices';
import type { Column } from '@/shared/ui/list/columns';
import { ListPage } from '@/shared/ui/list/ListPage';
import { StatusTag } from '@/shared/ui/StatusTag';
import { toast } from '@/shared/ui/toast';
import { AudienceInput, type AudienceValues, audienceLines, audienceValues } from '../AudienceInput';
import s from '../collaboration.module.css';
import { newRhythm, type Rhythm, RhythmInput, useRhythmText } from '../RhythmInput';

type Row = RowOf<'/api/meeting-series'>;

const columns = (t: TFunction<'collaboration'>): Column<Row>[] => [
  { key: 'title', title: t('meetings.subject'), kind: 'name', sortable: true },
  { key: 'time', title: t('meetings.time'), width: 130, card: 'line' },
  { key: 'place', title: t('meetings.place'), width: 160, card: 'line' },
  { key: 'chairName', title: t('meetings.chair'), width: 120, sortable: true, card: 'line' },
  {
    key: 'nextOn',
    title: t('series.nextOn'),
    width: 120,
    sortable: true,
    card: 'none',
    render: (row) =>
      row.isStopped ? <StatusTag tone="neutral">{t('series.stopped')}</StatusTag> : <Day value={row.nextOn} />,
  },
];

/** Regular meetings. */
export default function SeriesPage() {
  const { t } = useTranslation('collaboration');
  const mayHold = useCan('collaboration.meetings-hold');
  const { person } = useSession();
  return (
    <ListPage
      path="/api/meeting-series"
      name="meeting-series"
      title={t('meetings.seriesTitle')}
      above={
        <div className={s.bar}>
          <Link to="/meetings">{t('meetings.back')}</Link>
        </div>
      }
      columns={columns(t)}
      filters={[
        {
          kind: 'choice',
          name: 'stopped',
          label: t('series.stopped'),
          options: [{ value: 'true', label: t('series.withStopped') }],
        },
      ]}
      searchHint={t('meetings.subject')}
      empty={t('meetings.noSeries')}
      add={mayHold && person ? t('meetings.addSeries') : null}
      drawer={(id, close, edit) => <SeriesDrawer key={id} id={id} onEdit={edit} onClose={close} />}
      form={(id, close) => <SeriesForm id={id} onClose={close} />}
    />
  );
}

function SeriesDrawer({ id, onEdit, onClose }: { id: string; onEdit: (id: string) => void; onClose: () => void }) {
  const { t } = useTranslation('collaboration');
  const say = useRhythmText();
  const {
    data: series,
    error,
    isPending,
    refetch,
  } = server.useQuery('get', '/api/meeting-series/{id}', { params: { path: { id } } });
  const stop = server.useMutation('post', '/api/meeting-series/{id}/stop');
  const can = series?.can ?? [];
  return (
    <RecordDrawer
      title={series?.title ?? t('meetings.seriesTitle')}
      tags={series?.isStopped && <StatusTag tone="neutral">{t('series.stopped')}</StatusTag>}
      onClose={onClose}
      {...{ isPending, error, retry: refetch }}
      actions={
        <>
          {can.includes('stop') && series && (
            <Button
              onClick={() =>
                stop.mutate(
                  { params: { path: { id } }, headers: ifMatch(series.version) },
                  { onSuccess: () => toast.success(t('series.stopped')) },
                )
              }
            >
              {t('series.stop')}
            </Button>
          )}
          {can.includes('edit') && <Button onClick={() => onEdit(id)}>{t('edit')}</Button>}
        </>
      }
    >
      {series && (
        <Facts
          items={[
            { label: t('rhythm.title'), value: say(series.rhythm), wide: true },
            { label: t('meetings.time'), value: `${series.from}–${series.to}` },
            { label: t('meetings.place'), value: series.place },
            { label: t('meetings.chair'), value: series.chair.name },
            { label: t('meetings.calendarOf'), value: series.unitName ?? t('meetings.house') },
            {
              label: t('meetings.invited'),
              value: series.invited
                .map((line) => (line.withSubunits ? t('audience.unitAndBelow', { name: line.name }) : line.name))
                .join(t('separator')),
              wide: true,
            },
            ...(series.standing
              ? [
                  {
                    label: t('meetings.standing'),
                    value: <span className={s.text}>{series.standing}</span>,
                    wide: true,
                  },
                ]
              : []),
            ...(series.needsMinutes
              ? [{ label: t('tasks.asked'), value: t('meetings.needsMinutes'), wide: true }]
              : []),
          ]}
        />
      )}
    </RecordDrawer>
  );
}

interface Values extends AudienceValues {
  title: string;
  chairId: string | null;
  unitId?: string | null;
  from: string;
  to: string;
  place?: string;
  standing?: string;
  needsMinutes?: boolean;
  rhythm: Rhythm;
}

function SeriesForm({ id, onClose }: { id: string; onClose: (saved?: string) => void }) {
  const { t } = useTranslation('collaboration');
  const { person, company } = useSession();
  const units = useUnitChoices();
  const isNew = id === 'new';
  const before = server.useQuery('get', '/api/meeting-series/{id}', { params: { path: { id } } }, { enabled: !isNew });
  if (!isNew && !before.data) return null;
  const old = before.data;
  const save = async (values: Values) => {
    const body = {
      title: values.title || '',
      chairId: values.chairId ?? '',
      unitId: values.unitId || undefined,
      from: values.from || '',
      to: values.to || '',
      place: values.place || undefined,
      standing: values.standing || undefined,
      needsMinutes: !!values.needsMinutes,
      rhythm: { ...(old?.rhythm ?? newRhythm(company.today)), ...values.rhythm },
      invited: audienceLines(values),
    };
    const { data } = old
      ? await api.PUT('/api/meeting-series/{id}', { params: { path: { id } }, headers: ifMatch(old.version), body })
      : await api.POST('/api/meeting-series', { body });
    return data as { id: string } | undefined;
  };
  return (
    <FormDrawer<Values, { id?: string } | undefined>
      name="meetings"
      title={isNew ? t('meetings.addSeries') : t('meetings.editSeries')}
      initial={
        old
          ? {
              title: old.title,
              chairId: old.chair.id,
              unitId: old.unitId ?? null,
              from: old.from,
              to: old.to,
              place: old.place ?? '',
              standing: old.standing ?? '',
              needsMinutes: old.needsMinutes,
              rhythm: old.rhythm,
              ...audienceValues(old.invited),
            }
          : {
              chairId: person?.id ?? null,
              from: '17:00',
              to: '18:00',
              needsMinutes: true,
              withSubunits: true,
              rhythm: { ...newRhythm(company.today), kind: 'Daily', offDay: 'Skip' },
            }
      }
      save={save}
      onSaved={() => toast.success(t('saved'))}
      onClose={onClose}
      reload={() => before.refetch()}
      width={620}
    >
      <Form.Item name="title" label={t('meetings.subject')} required>
        <Input maxLength={120} />
      </Form.Item>
      <RhythmInput />
      <div className={s.times}>
        <Form.Item name="from" label={t('meetings.from')} required>
          <TimeInput />
        </Form.Item>
        <Form.Item name="to" label={t('meetings.to')} required>
          <TimeInput />
        </Form.Item>
      </div>
      <Form.Item name="place" label={t('meetings.place')}>
        <Input maxLength={200} placeholder={t('meetings.placeHint')} />
      </Form.Item>
      <Form.Item
        name="chairId"
        label={t('meetings.chair')}
        required
        rules={[{ required: true, message: t('chooseWhom') }]}
      >
        <RemotePicker path="/api/colleagues" current={old?.chair ?? null} />
      </Form.Item>
      <AudienceInput known={old?.invited ?? []} />
      <Form.Item name="unitId" label={t('meetings.calendarOf')}>
        <ChoiceInput options={units} placeholder={t('meetings.house')} />
      </Form.Item>
      <Form.Item name="standing" label={t('meetings.standing')} extra={t('meetings.standingHint')}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
      <Form.Item name="needsMinutes" valuePropName="checked">
        <Checkbox>{t('meetings.needsMinutes')}</Checkbox>
      </Form.Item>
    </FormDrawer>
  );
}
