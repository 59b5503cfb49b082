import { Button, Checkbox, Form, Input, InputNumber } from 'antd';
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
import type { Column } from '@/shared/ui/list/columns';
import { ListPage } from '@/shared/ui/list/ListPage';
import { StatusTag } from '@/shared/ui/StatusTag';
import { toast } from '@/shared/ui/toast';
import s from '../collaboration.module.css';
import { newRhythm, type Rhythm, RhythmInput, useRhythmText } from '../RhythmInput';
import { priorities, type Series } from './words';

type Row = RowOf<'/api/task-series'>;

const columns = (t: TFunction<'collaboration'>): Column<Row>[] => [
  { key: 'title', title: t('tasks.subject'), kind: 'name', sortable: true },
  { key: 'ownerName', title: t('tasks.owner'), width: 120, sortable: true, card: 'line' },
  { key: 'giverName', title: t('tasks.giver'), width: 120, sortable: true, card: 'none' },
  {
    key: 'nextOn',
    title: t('series.nextOn'),
    width: 140,
    sortable: true,
    card: 'line',
    render: (row) =>
      row.isStopped ? <StatusTag tone="neutral">{t('series.stopped')}</StatusTag> : <Day value={row.nextOn} />,
  },
];

/** Tasks that come round. */
export default function SeriesPage() {
  const { t } = useTranslation('collaboration');
  const mayGive = useCan('collaboration.tasks-give');
  const { person } = useSession();
  return (
    <ListPage
      path="/api/task-series"
      name="task-series"
      title={t('series.title')}
      above={
        <div className={s.bar}>
          <Link to="/tasks">{t('series.back')}</Link>
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
      searchHint={t('tasks.subject')}
      empty={t('series.empty')}
      add={mayGive && person ? t('series.add') : null}
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
  } = server.useQuery('get', '/api/task-series/{id}', { params: { path: { id } } });
  const stop = server.useMutation('post', '/api/task-series/{id}/stop');
  const can = series?.can ?? [];
  return (
    <RecordDrawer
      title={series?.title ?? t('series.title')}
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
            { label: t('series.nextOn'), value: series.nextOn && <Day value={series.nextOn} /> },
            { label: t('series.modeTitle'), value: t(`series.mode.${series.mode}`, { count: series.leadDays }) },
            { label: t('tasks.owner'), value: series.owner.name },
            { label: t('tasks.priorityTitle'), value: t(`tasks.priority.${series.priority}`) },
            ...(series.text
              ? [{ label: t('tasks.text'), value: <span className={s.text}>{series.text}</span>, wide: true }]
              : []),
          ]}
        />
      )}
    </RecordDrawer>
  );
}

interface Values {
  title: string;
  text?: string;
  ownerId: string | null;
  priority: Series['priority'];
  needsResult?: boolean;
  needsAcceptance?: boolean;
  mode: Series['mode'];
  leadDays: number;
  rhythm: Rhythm;
}

function SeriesForm({ id, onClose }: { id: string; onClose: (saved?: string) => void }) {
  const { t } = useTranslation('collaboration');
  const { person, company } = useSession();
  const isNew = id === 'new';
  const before = server.useQuery('get', '/api/task-series/{id}', { params: { path: { id } } }, { enabled: !isNew });
  if (!isNew && !before.data) return null;
  const old = before.data;
  const save = async ({ ownerId, text, ...values }: Values) => {
    const body = {
      ...values,
      title: values.title || '',
      text: text || undefined,
      ownerId: ownerId ?? '',
      needsResult: !!values.needsResult,
      needsAcceptance: !!values.needsAcceptance,
      rhythm: { ...(old?.rhythm ?? newRhythm(company.today)), ...values.rhythm },
    };
    const { data } = old
      ? await api.PUT('/api/task-series/{id}', { params: { path: { id } }, headers: ifMatch(old.version), body })
      : await api.POST('/api/task-series', { body });
    return data as { id: string } | undefined;
  };
  return (
    <FormDrawer<Values, { id?: string } | undefined>
      name="series"
      title={isNew ? t('series.add') : t('series.editTitle')}
      initial={
        old
          ? { ...old, ownerId: old.owner.id, text: old.text ?? '' }
          : {
              ownerId: person?.id ?? null,
              priority: 'Normal',
              mode: 'ByClock',
              leadDays: 2,
              rhythm: newRhythm(company.today),
            }
      }
      save={save}
      onSaved={() => toast.success(t('saved'))}
      onClose={onClose}
      reload={() => before.refetch()}
    >
      <Form.Item name="title" label={t('tasks.subject')} required>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="ownerId"
        label={t('tasks.owner')}
        required
        rules={[{ required: true, message: t('chooseWhom') }]}
      >
        <RemotePicker path="/api/colleagues" />
      </Form.Item>
      <RhythmInput />
      <Form.Item name="mode" label={t('series.modeTitle')}>
        <ChoiceInput
          clearable={false}
          options={(['ByClock', 'OnFinishing'] as const).map((one) => ({ value: one, label: t(`series.pick.${one}`) }))}
        />
      </Form.Item>
      <Form.Item name="leadDays" label={t('series.leadDays')}>
        <InputNumber min={0} max={60} precision={0} style={{ width: 120 }} />
      </Form.Item>
      <Form.Item name="priority" label={t('tasks.priorityTitle')}>
        <ChoiceInput
          clearable={false}
          options={priorities.map((one) => ({ value: one, label: t(`tasks.priority.${one}`) }))}
        />
      </Form.Item>
      <Form.Item name="text" label={t('tasks.text')}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={4000} />
      </Form.Item>
      <Form.Item name="needsResult" valuePropName="checked">
        <Checkbox>{t('tasks.needsResult')}</Checkbox>
      </Form.Item>
      <Form.Item name="needsAcceptance" valuePropName="checked" style={{ marginTop: -18 }}>
        <Checkbox>{t('tasks.needsAcceptance')}</Checkbox>
      </Form.Item>
    </FormDrawer>
  );
}
