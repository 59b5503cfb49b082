import { EllipsisOutlined } from '@ant-design/icons';
import { Button, Dropdown, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { server } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import { Facts } from '@/shared/ui/Facts';
import { Day, Instant } from '@/shared/ui/figures/Texts';
import { Attachments } from '@/shared/ui/files/Attachments';
import { RecordDrawer } from '@/shared/ui/form/RecordDrawer';
import { useIsPhone } from '@/shared/ui/media';
import { StatusTag } from '@/shared/ui/StatusTag';
import { toast } from '@/shared/ui/toast';
import s from '../collaboration.module.css';
import { Talk } from '../Talk';
import { isOverdue, stateTones, type Task, taskFiles } from './words';

interface TaskDrawerProps {
  id: string;
  onEdit: (id: string) => void;
  onClose: () => void;
}

/** One task: what is wanted, by when, what was said; and at the bottom, what I do with it. */
export function TaskDrawer({ id, onEdit, onClose }: TaskDrawerProps) {
  const { t } = useTranslation('collaboration');
  const { company } = useSession();
  const {
    data: task,
    error,
    isPending,
    refetch,
  } = server.useQuery('get', '/api/tasks/{id}', { params: { path: { id } } });
  const can = task?.can ?? [];
  return (
    <RecordDrawer
      title={task?.title ?? t('tasks.title')}
      tags={
        task && (
          <>
            <span className="number">{task.number}</span>
            <StatusTag tone={stateTones[task.state]}>{t(`tasks.state.${task.state}`)}</StatusTag>
            {task.dueOn && (
              <span className={isOverdue(task, company.today) ? s.late : undefined}>
                {t('tasks.due')} <Day value={task.dueOn} />
              </span>
            )}
          </>
        )
      }
      onClose={onClose}
      {...{ isPending, error, retry: refetch }}
      actions={can.includes('edit') && <Button onClick={() => onEdit(id)}>{t('edit')}</Button>}
      footer={task && can.length > 0 && <Doing key={task.version} task={task} />}
    >
      {task && (
        <>
          {task.text && <p className={`${s.text} ${s.words}`}>{task.text}</p>}
          <section className={task.text ? s.part : undefined}>
            <Facts
              items={[
                { label: t('tasks.owner'), value: task.owner.name },
                { label: t('tasks.giver'), value: task.giver?.name },
                ...(task.participants.length > 0
                  ? [
                      {
                        label: t('tasks.participants'),
                        value: task.participants.map((one) => one.name).join(t('separator')),
                      },
                    ]
                  : []),
                { label: t('tasks.priorityTitle'), value: t(`tasks.priority.${task.priority}`) },
                ...(task.link
                  ? [
                      {
                        label: t('tasks.about'),
                        value: <Link to={task.link}>{task.linkText ?? task.link}</Link>,
                      },
                    ]
                  : []),
                ...(task.seriesId
                  ? [
                      {
                        label: t('tasks.comesRound'),
                        value: <Link to={`/task-series?open=${task.seriesId}`}>{t('tasks.openSeries')}</Link>,
                      },
                    ]
                  : []),
                ...(task.needsResult || task.needsAcceptance
                  ? [
                      {
                        label: t('tasks.asked'),
                        value: [
                          task.needsResult && t('tasks.needsResult'),
                          task.needsAcceptance && t('tasks.needsAcceptance'),
                        ]
                          .filter(Boolean)
                          .join(t('separator')),
                      },
                    ]
                  : []),
                ...(task.finishedAt
                  ? [{ label: t('tasks.finishedAt'), value: <Instant value={task.finishedAt} /> }]
                  : []),
                ...(task.result
                  ? [{ label: t('tasks.result'), value: <span className={s.text}>{task.result}</span>, wide: true }]
                  : []),
                ...(task.reason ? [{ label: t('reason'), value: task.reason, wide: true }] : []),
              ]}
            />
          </section>
          <Attachments entity={taskFiles} id={id} />
          {task.lines.length > 0 && (
            <section className={s.part}>
              <h2>{t('tasks.log')}</h2>
              <Talk
                lines={task.lines.map((line, i) => ({
                  key: i,
                  who: line.actorName ?? t('clock'),
                  what:
                    line.kind === 'Comment' ? undefined : t(`tasks.line.${line.kind}`, { name: line.targetName ?? '' }),
                  at: line.at,
                  text: line.text,
                }))}
              />
            </section>
          )}
        </>
      )}
    </RecordDrawer>
  );
}

type Deed = 'finish' | 'accept' | 'sendBack' | 'cancel' | 'reopen' | 'comment';
const inOrder: Deed[] = ['finish', 'accept', 'sendBack', 'comment', 'cancel', 'reopen'];
const needsWord: Partial<Record<Deed, boolean>> = { sendBack: true, cancel: true, comment: true };

/** A word, and what it is: a result, a remark, a reason. */
function Doing({ task }: { task: Task }) {
  const { t } = useTranslation('collaboration');
  const isPhone = useIsPhone();
  const [text, setText] = useState('');
  const start = server.useMutation('post', '/api/tasks/{id}/start');
  const mutations = {
    finish: server.useMutation('post', '/api/tasks/{id}/finish'),
    accept: server.useMutation('post', '/api/tasks/{id}/accept'),
    sendBack: server.useMutation('post', '/api/tasks/{id}/send-back'),
    cancel: server.useMutation('post', '/api/tasks/{id}/cancel'),
    reopen: server.useMutation('post', '/api/tasks/{id}/reopen'),
    comment: server.useMutation('post', '/api/tasks/{id}/comment'),
  };
  const params = { path: { id: task.id } };
  const size = isPhone ? 'large' : 'middle';
  const can = inOrder.filter((deed) => task.can.includes(deed));
  const [first, ...rest] = can;
  const beside = rest.slice(0, isPhone ? 1 : 2);
  const behind = rest.slice(beside.length);
  const isMissing = (deed: Deed) => text.trim() === '' && (needsWord[deed] || (deed === 'finish' && task.needsResult));
  const act = (deed: Deed) => {
    if (isMissing(deed)) {
      toast.info(t('tasks.wordFirst'));
      return;
    }
    mutations[deed].mutate(
      { params, body: { text: text || undefined } },
      { onSuccess: () => toast.success(t(`tasks.did.${deed}`)) },
    );
  };
  return (
    <div className={s.foot}>
      <Input.TextArea
        aria-label={t('tasks.word')}
        placeholder={task.can.includes('finish') ? t('tasks.resultHint') : t('tasks.commentHint')}
        value={text}
        maxLength={4000}
        autoSize={{ minRows: 1, maxRows: 6 }}
        onChange={(event) => setText(event.target.value)}
      />
      <div className={s.buttons}>
        {first && (
          <Button
            type={first === 'comment' ? 'default' : 'primary'}
            size={size}
            loading={mutations[first].isPending}
            onClick={() => act(first)}
          >
            {t(`tasks.act.${first}`)}
          </Button>
        )}
        {task.can.includes('start') && (
          <Button
            size={size}
            loading={start.isPending}
            onClick={() => start.mutate({ params }, { onSuccess: () => toast.success(t('tasks.did.start')) })}
          >
            {t('tasks.act.start')}
          </Button>
        )}
        {beside.map((deed) => (
          <Button key={deed} size={size} loading={mutations[deed].isPending} onClick={() => act(deed)}>
            {t(`tasks.act.${deed}`)}
          </Button>
        ))}
        {behind.length > 0 && (
          <Dropdown
            trigger={['click']}
            menu={{
              items: behind.map((deed) => ({ key: deed, label: t(`tasks.act.${deed}`) })),
              onClick: ({ key }) => act(key as Deed),
            }}
          >
            <Button size={size} icon={<EllipsisOutlined />} aria-label={t('more')} />
          </Dropdown>
        )}
      </div>
    </div>
  );
}
