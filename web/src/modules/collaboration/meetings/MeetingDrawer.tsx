import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ifMatch, server } from '@/shared/api/client';
import { EmptyState } from '@/shared/ui/EmptyState';
import { Facts } from '@/shared/ui/Facts';
import { Day } from '@/shared/ui/figures/Texts';
import { Attachments } from '@/shared/ui/files/Attachments';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { RecordDrawer } from '@/shared/ui/form/RecordDrawer';
import { IconButton } from '@/shared/ui/IconButton';
import { StatusTag } from '@/shared/ui/StatusTag';
import { toast } from '@/shared/ui/toast';
import s from '../collaboration.module.css';
import { AttendanceList } from './AttendanceList';
import { DecisionForm } from './DecisionForm';
import { type Meeting, meetingFiles, stateTones } from './words';

interface MeetingDrawerProps {
  id: string;
  onEdit: (id: string) => void;
  onClose: () => void;
}

/** One meeting from invitation to close: agenda, attendance, minutes, decisions. */
export function MeetingDrawer({ id, onEdit, onClose }: MeetingDrawerProps) {
  const { t } = useTranslation('collaboration');
  const [asking, setAsking] = useState<'cancel' | 'excuse' | 'decide' | null>(null);
  const {
    data: meeting,
    error,
    isPending,
    refetch,
  } = server.useQuery('get', '/api/meetings/{id}', { params: { path: { id } } });
  const close = server.useMutation('post', '/api/meetings/{id}/close');
  const can = meeting?.can ?? [];
  const params = { path: { id } };
  const shut = () =>
    close.mutate(
      { params, headers: ifMatch(meeting?.version ?? 0) },
      { onSuccess: () => toast.success(t('meetings.closed')) },
    );
  return (
    <RecordDrawer
      title={meeting?.title ?? t('meetings.title')}
      width={720}
      tags={
        meeting && (
          <>
            <StatusTag tone={stateTones[meeting.state]}>{t(`meetings.state.${meeting.state}`)}</StatusTag>
            <span>
              <Day value={meeting.day} />{' '}
              <span className="number">
                {meeting.from}–{meeting.to}
              </span>
            </span>
            {meeting.place && <span>{meeting.place}</span>}
          </>
        )
      }
      onClose={onClose}
      {...{ isPending, error, retry: refetch }}
      actions={
        <>
          {can.includes('excuse') && <Button onClick={() => setAsking('excuse')}>{t('meetings.excuse')}</Button>}
          {can.includes('cancel') && <Button onClick={() => setAsking('cancel')}>{t('meetings.cancel')}</Button>}
          {can.includes('edit') && <Button onClick={() => onEdit(id)}>{t('edit')}</Button>}
          {can.includes('close') && (
            <Button type="primary" disabled={meeting?.missing.length !== 0} loading={close.isPending} onClick={shut}>
              {t('meetings.close')}
            </Button>
          )}
        </>
      }
    >
      {meeting && (
        <>
          {can.includes('close') && meeting.missing.length > 0 && (
            <p className={s.withdrawn} role="note">
              {meeting.missing
                .map((code) =>
                  t(`meetings.missing.${code.replace('collaboration.', '')}` as 'meetings.missing.meeting-ahead'),
                )
                .join(' ')}
            </p>
          )}
          {meeting.reason && (
            <p className={s.withdrawn} role="note">
              {t('meetings.cancelledFor', { reason: meeting.reason })}
            </p>
          )}
          <div className={s.gap}>
            <Facts
              items={[
                { label: t('meetings.chair'), value: meeting.chair.name },
                {
                  label: t('meetings.people'),
                  value: t('meetings.invitedCount', { count: meeting.invitees.length }),
                },
                ...(meeting.seriesId
                  ? [
                      {
                        label: t('meetings.series'),
                        value: <Link to={`/meeting-series?open=${meeting.seriesId}`}>{t('tasks.openSeries')}</Link>,
                      },
                    ]
                  : []),
              ]}
            />
          </div>
          <Agenda meeting={meeting} />
          <AttendanceList key={`a${meeting.version}`} meeting={meeting} />
          <Minutes key={`m${meeting.version}`} meeting={meeting} />
          <section className={s.part}>
            <h2>
              {t('meetings.decisions')}
              {can.includes('decide') && (
                <Button size="small" icon={<PlusOutlined />} onClick={() => setAsking('decide')}>
                  {t('meetings.decide')}
                </Button>
              )}
            </h2>
            {meeting.decisions.length === 0 && <p className="muted">{t('meetings.noDecisions')}</p>}
            {meeting.decisions.length > 0 && (
              <ul className={s.people}>
                {meeting.decisions.map((decision) => (
                  <li key={decision.line}>
                    {decision.taskId ? (
                      <Link to={`/tasks?box=All&open=${decision.taskId}`}>{decision.text}</Link>
                    ) : (
                      <span>{decision.text}</span>
                    )}
                    <span className="muted">
                      {decision.taskId ? (
                        <>
                          {decision.taskOwnerName} {decision.dueOn && <Day value={decision.dueOn} />}{' '}
                          {decision.taskState && t(`tasks.state.${decision.taskState}`)}
                        </>
                      ) : (
                        t('meetings.noted')
                      )}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </section>
          <Attachments entity={meetingFiles} id={id} />
          {asking === 'decide' && <DecisionForm meeting={meeting} onClose={() => setAsking(null)} />}
          {(asking === 'cancel' || asking === 'excuse') && (
            <FormDrawer<{ reason: string }>
              name={asking}
              title={t(`meetings.${asking}`)}
              save={({ reason }) =>
                asking === 'cancel'
                  ? api.POST('/api/meetings/{id}/cancel', { params, body: { reason: reason || '' } })
                  : api.POST('/api/meetings/{id}/excuse', { params, body: { reason: reason || '' } })
              }
              onSaved={() => toast.success(t('saved'))}
              onClose={() => setAsking(null)}
              width={440}
            >
              <Form.Item name="reason" label={t('reason')} required>
                <Input.TextArea rows={3} maxLength={500} autoFocus />
              </Form.Item>
            </FormDrawer>
          )}
        </>
      )}
    </RecordDrawer>
  );
}

/** What is to be spoken about: by people, and what the modules bring. */
function Agenda({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation(['collaboration', 'shared']);
  const [title, setTitle] = useState('');
  const add = server.useMutation('post', '/api/meetings/{id}/agenda');
  const remove = server.useMutation('post', '/api/meetings/{id}/agenda/remove');
  const prepare = server.useMutation('post', '/api/meetings/{id}/prepare');
  const params = { path: { id: meeting.id } };
  const put = () => {
    if (title.trim()) add.mutate({ params, body: { title } }, { onSuccess: () => setTitle('') });
  };
  return (
    <section className={s.part}>
      <h2>
        {t('meetings.agenda')}
        {meeting.can.includes('prepare') && (
          <Button
            size="small"
            loading={prepare.isPending}
            onClick={() =>
              prepare.mutate(
                { params },
                { onSuccess: ({ added }) => toast.info(t('meetings.prepared', { count: added })) },
              )
            }
          >
            {t('meetings.prepare')}
          </Button>
        )}
      </h2>
      {meeting.agenda.length === 0 && <EmptyState text={t('meetings.noAgenda')} />}
      {meeting.agenda.length > 0 && (
        <ol className={s.agenda}>
          {meeting.agenda.map((item) => (
            <li key={item.line}>
              <div>
                {item.link ? <Link to={item.link}>{item.title}</Link> : item.title}
                <span className="muted">
                  {item.source ?? item.personName}
                  {item.text && ` · ${item.text}`}
                </span>
              </div>
              {item.canRemove && (
                <IconButton
                  label={t('shared:remove')}
                  icon={<DeleteOutlined />}
                  onClick={() => remove.mutate({ params, body: { line: item.line } })}
                />
              )}
            </li>
          ))}
        </ol>
      )}
      {meeting.can.includes('agenda') && (
        <div className={s.adding}>
          <Input
            aria-label={t('meetings.addItem')}
            placeholder={t('meetings.addItem')}
            value={title}
            maxLength={200}
            onChange={(event) => setTitle(event.target.value)}
            onPressEnter={put}
          />
          <Button loading={add.isPending} onClick={put}>
            {t('meetings.put')}
          </Button>
        </div>
      )}
    </section>
  );
}

function Minutes({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('collaboration');
  const [text, setText] = useState(meeting.minutes ?? '');
  const write = server.useMutation('put', '/api/meetings/{id}/minutes');
  const may = meeting.can.includes('minutes');
  if (!may && !meeting.minutes) return null;
  return (
    <section className={s.part}>
      <h2>{t('meetings.minutes')}</h2>
      {may ? (
        <>
          <Input.TextArea
            aria-label={t('meetings.minutes')}
            value={text}
            maxLength={20000}
            autoSize={{ minRows: 3, maxRows: 16 }}
            onChange={(event) => setText(event.target.value)}
          />
          {text !== (meeting.minutes ?? '') && (
            <Button
              className={s.gap}
              loading={write.isPending}
              onClick={() =>
                write.mutate(
                  { params: { path: { id: meeting.id } }, headers: ifMatch(meeting.version), body: { text } },
                  { onSuccess: () => toast.success(t('saved')) },
                )
              }
            >
              {t('meetings.saveMinutes')}
            </Button>
          )}
        </>
      ) : (
        <p className={s.text}>{meeting.minutes}</p>
      )}
    </section>
  );
}
