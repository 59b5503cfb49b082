import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, server } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import { dayText } from '@/shared/format/day';
import { Facts } from '@/shared/ui/Facts';
import { Day } from '@/shared/ui/figures/Texts';
import { Attachments } from '@/shared/ui/files/Attachments';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { RecordDrawer } from '@/shared/ui/form/RecordDrawer';
import { DateInput } from '@/shared/ui/inputs/DateInput';
import { RemotePicker } from '@/shared/ui/inputs/RemotePicker';
import { useIsPhone } from '@/shared/ui/media';
import { StatusTag } from '@/shared/ui/StatusTag';
import { toast } from '@/shared/ui/toast';
import s from '../collaboration.module.css';
import { Talk } from '../Talk';
import { dayOf, type Issue, isOverdue, issueFiles, stateTones } from './words';

/** One issue: what is needed, the day on the table, who takes care of it; and at the bottom, what my side does next. */
export function IssueDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('collaboration');
  const { company } = useSession();
  const {
    data: issue,
    error,
    isPending,
    refetch,
  } = server.useQuery('get', '/api/issues/{id}', { params: { path: { id } } });
  return (
    <RecordDrawer
      title={issue?.title ?? t('issues.title')}
      tags={
        issue && (
          <>
            <span className="number">{issue.number}</span>
            <StatusTag tone={stateTones[issue.state]}>{t(`issues.state.${issue.state}`)}</StatusTag>
            {dayOf(issue) && (
              <span className={isOverdue(issue, company.today) ? s.late : undefined}>
                {issue.agreedOn ? t('issues.agreed') : t('issues.proposed')} <Day value={dayOf(issue)} />
              </span>
            )}
            {issue.level > 0 && <span className={s.mark}>{t('issues.escalated')}</span>}
          </>
        )
      }
      onClose={onClose}
      {...{ isPending, error, retry: refetch }}
      footer={issue && issue.can.length > 0 && <Doing key={issue.version} issue={issue} />}
    >
      {issue && (
        <>
          {issue.proposedOn && issue.state !== 'Done' && (
            <p className={s.withdrawn} role="note">
              {t(issue.proposedByAsking ? 'issues.askingProposes' : 'issues.answeringProposes', {
                unit: issue.proposedByAsking ? issue.fromUnitName : issue.toUnitName,
                day: issue.proposedOn,
              })}
            </p>
          )}
          <p className={`${s.text} ${s.words} ${s.gap}`}>{issue.text}</p>
          <section className={s.part}>
            <Facts
              items={[
                { label: t('issues.from'), value: `${issue.fromUnitName} · ${issue.raisedBy.name}` },
                { label: t('issues.to'), value: issue.toUnitName },
                { label: t('issues.owner'), value: issue.owner?.name },
                { label: t('issues.raisedOn'), value: <Day value={issue.raisedOn} /> },
                { label: t('issues.agreedOn'), value: issue.agreedOn && <Day value={issue.agreedOn} /> },
                ...(issue.doneOn ? [{ label: t('issues.doneOn'), value: <Day value={issue.doneOn} /> }] : []),
                ...(issue.result
                  ? [{ label: t('issues.result'), value: <span className={s.text}>{issue.result}</span>, wide: true }]
                  : []),
                ...(issue.reason ? [{ label: t('reason'), value: issue.reason, wide: true }] : []),
              ]}
            />
          </section>
          <Attachments entity={issueFiles} id={id} />
          <section className={s.part}>
            <h2>{t('issues.log')}</h2>
            <Talk
              lines={issue.lines.map((line, i) => ({
                key: i,
                who: line.actorName ?? t('clock'),
                what:
                  line.kind === 'Comment'
                    ? undefined
                    : t(`issues.line.${line.kind}`, {
                        name: line.targetName ?? '',
                        day: line.day ? dayText(line.day, company.today) : '',
                      }),
                at: line.at,
                text: line.text,
              }))}
            />
          </section>
        </>
      )}
    </RecordDrawer>
  );
}

function Doing({ issue }: { issue: Issue }) {
  const { t } = useTranslation('collaboration');
  const isPhone = useIsPhone();
  const [text, setText] = useState('');
  const [asking, setAsking] = useState<'propose' | 'nameOwner' | null>(null);
  const accept = server.useMutation('post', '/api/issues/{id}/accept');
  const confirm = server.useMutation('post', '/api/issues/{id}/confirm');
  const worded = {
    finish: server.useMutation('post', '/api/issues/{id}/finish'),
    sendBack: server.useMutation('post', '/api/issues/{id}/send-back'),
    comment: server.useMutation('post', '/api/issues/{id}/comment'),
    withdraw: server.useMutation('post', '/api/issues/{id}/withdraw'),
  };
  const params = { path: { id: issue.id } };
  const size = isPhone ? 'large' : 'middle';
  const can = issue.can;
  const isPrimary = can.includes('accept')
    ? 'accept'
    : can.includes('confirm')
      ? 'confirm'
      : can.includes('finish')
        ? 'finish'
        : null;
  const say = (deed: keyof typeof worded) => {
    if (text.trim() === '') {
      toast.info(t('tasks.wordFirst'));
      return;
    }
    worded[deed].mutate({ params, body: { text } }, { onSuccess: () => toast.success(t(`issues.did.${deed}`)) });
  };
  return (
    <div className={s.foot}>
      <Input.TextArea
        aria-label={t('tasks.word')}
        placeholder={can.includes('finish') ? t('tasks.resultHint') : t('tasks.commentHint')}
        value={text}
        maxLength={4000}
        autoSize={{ minRows: 1, maxRows: 6 }}
        onChange={(event) => setText(event.target.value)}
      />
      <div className={s.buttons}>
        {can.includes('accept') && (
          <Button
            type="primary"
            size={size}
            loading={accept.isPending}
            onClick={() => accept.mutate({ params }, { onSuccess: () => toast.success(t('issues.did.accept')) })}
          >
            {t('issues.act.accept', { day: issue.proposedOn })}
          </Button>
        )}
        {can.includes('confirm') && (
          <Button
            type="primary"
            size={size}
            loading={confirm.isPending}
            onClick={() => confirm.mutate({ params }, { onSuccess: () => toast.success(t('issues.did.confirm')) })}
          >
            {t('issues.act.confirm')}
          </Button>
        )}
        {(['finish', 'sendBack'] as const)
          .filter((deed) => can.includes(deed))
          .map((deed) => (
            <Button
              key={deed}
              type={deed === isPrimary ? 'primary' : 'default'}
              size={size}
              loading={worded[deed].isPending}
              onClick={() => say(deed)}
            >
              {t(`issues.act.${deed}`)}
            </Button>
          ))}
        {(['propose', 'nameOwner'] as const)
          .filter((deed) => can.includes(deed))
          .map((deed) => (
            <Button key={deed} size={size} onClick={() => setAsking(deed)}>
              {t(`issues.act.${deed}`)}
            </Button>
          ))}
        {(['comment', 'withdraw'] as const)
          .filter((deed) => can.includes(deed))
          .map((deed) => (
            <Button key={deed} size={size} loading={worded[deed].isPending} onClick={() => say(deed)}>
              {t(`issues.act.${deed}`)}
            </Button>
          ))}
      </div>
      {asking === 'propose' && (
        <FormDrawer<{ day: string | null; text?: string }>
          name="propose"
          title={t('issues.act.propose')}
          initial={{ day: dayOf(issue) }}
          save={({ day, text: why }) =>
            api.POST('/api/issues/{id}/propose', { params, body: { day: day ?? '', text: why || undefined } })
          }
          onSaved={() => toast.success(t('issues.did.propose'))}
          onClose={() => setAsking(null)}
          width={440}
        >
          <Form.Item name="day" label={t('issues.day')} required>
            <DateInput />
          </Form.Item>
          <Form.Item name="text" label={t('reason')}>
            <Input.TextArea rows={3} maxLength={1000} />
          </Form.Item>
        </FormDrawer>
      )}
      {asking === 'nameOwner' && (
        <FormDrawer<{ personId: string | null }>
          name="owner"
          title={t('issues.act.nameOwner')}
          initial={{ personId: issue.owner?.id ?? null }}
          save={({ personId }) => api.POST('/api/issues/{id}/owner', { params, body: { personId: personId ?? '' } })}
          onSaved={() => toast.success(t('saved'))}
          onClose={() => setAsking(null)}
          width={440}
        >
          <Form.Item
            name="personId"
            label={t('issues.owner')}
            required
            rules={[{ required: true, message: t('chooseWhom') }]}
          >
            <RemotePicker path="/api/colleagues" current={issue.owner ?? null} />
          </Form.Item>
        </FormDrawer>
      )}
    </div>
  );
}
