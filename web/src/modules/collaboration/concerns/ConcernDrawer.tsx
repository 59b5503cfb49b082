import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { Facts } from '@/shared/ui/Facts';
import { Instant } from '@/shared/ui/figures/Texts';
import { Attachments } from '@/shared/ui/files/Attachments';
import { RecordDrawer } from '@/shared/ui/form/RecordDrawer';
import { useIsPhone } from '@/shared/ui/media';
import { StatusTag } from '@/shared/ui/StatusTag';
import { toast } from '@/shared/ui/toast';
import s from '../collaboration.module.css';
import { Talk } from '../Talk';
import { type Concern, concernFiles, stateTones } from './words';

/** What was reported, who has it, what was said to it; and at the bottom, what I say. */
export function ConcernDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('collaboration');
  const {
    data: concern,
    error,
    isPending,
    refetch,
  } = server.useQuery('get', '/api/concerns/{id}', { params: { path: { id } } });
  const can = concern?.can ?? [];
  return (
    <RecordDrawer
      title={concern?.title ?? t('concerns.title')}
      tags={
        concern && (
          <>
            <StatusTag tone={stateTones[concern.state]}>{t(`concerns.state.${concern.state}`)}</StatusTag>
            <span>{t(`concerns.kind.${concern.kind}`)}</span>
            <span>{concern.author.name}</span>
            <Instant value={concern.sentAt} />
          </>
        )
      }
      onClose={onClose}
      {...{ isPending, error, retry: refetch }}
      footer={concern && can.length > 0 && <Saying key={concern.version} concern={concern} />}
    >
      {concern && (
        <>
          <p className={`${s.text} ${s.words}`}>{concern.text}</p>
          <Attachments entity={concernFiles} id={id} />
          <section className={s.part}>
            <Facts
              items={concern.receivers.map((receiver) => ({
                label: receiver.fromName
                  ? t('concerns.passedBy', { name: receiver.fromName })
                  : t('concerns.reportedTo'),
                value: (
                  <>
                    {receiver.person.name}{' '}
                    <span className="muted">
                      {receiver.acknowledgedAt ? (
                        <>
                          {t('concerns.knows')} <Instant value={receiver.acknowledgedAt} />
                        </>
                      ) : (
                        t('concerns.notYet')
                      )}
                    </span>
                  </>
                ),
              }))}
            />
          </section>
          {concern.lines.length > 0 && (
            <section className={s.part}>
              <h2>{t('concerns.talk')}</h2>
              <Talk
                lines={concern.lines.map((line, i) => ({
                  key: i,
                  who: line.actorName,
                  what: t(`concerns.line.${line.kind}`, { name: line.targetName ?? '' }),
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

/** A word, and what it is: an answer, something more, or a reason to pass it on. */
function Saying({ concern }: { concern: Concern }) {
  const { t } = useTranslation('collaboration');
  const isPhone = useIsPhone();
  const [text, setText] = useState('');
  const acknowledge = server.useMutation('post', '/api/concerns/{id}/acknowledge');
  const answer = server.useMutation('post', '/api/concerns/{id}/answer');
  const passOn = server.useMutation('post', '/api/concerns/{id}/pass-on');
  const say = server.useMutation('post', '/api/concerns/{id}/say');
  const close = server.useMutation('post', '/api/concerns/{id}/close');
  const params = { path: { id: concern.id } };
  const done = (word: string) => ({ onSuccess: () => toast.success(word) });
  const size = isPhone ? 'large' : 'middle';
  const can = concern.can;
  const isEmpty = text.trim() === '';
  return (
    <div className={s.foot}>
      <Input.TextArea
        aria-label={t('concerns.word')}
        placeholder={can.includes('answer') ? t('concerns.answerHint') : t('concerns.sayHint')}
        value={text}
        maxLength={4000}
        autoSize={{ minRows: 1, maxRows: 6 }}
        onChange={(event) => setText(event.target.value)}
      />
      <div className={s.buttons}>
        {can.includes('answer') && (
          <Button
            type="primary"
            size={size}
            disabled={isEmpty}
            loading={answer.isPending}
            onClick={() => answer.mutate({ params, body: { text } }, done(t('concerns.answered')))}
          >
            {t('concerns.answer')}
          </Button>
        )}
        {can.includes('acknowledge') && (
          <Button
            size={size}
            loading={acknowledge.isPending}
            onClick={() => acknowledge.mutate({ params }, done(t('concerns.acknowledged')))}
          >
            {t('concerns.acknowledge')}
          </Button>
        )}
        {can.includes('passOn') && (
          <Button
            size={size}
            disabled={isEmpty}
            loading={passOn.isPending}
            onClick={() => passOn.mutate({ params, body: { text } }, done(t('concerns.passed')))}
          >
            {t('concerns.passOn', { name: concern.nextName ?? '' })}
          </Button>
        )}
        {can.includes('say') && (
          <Button
            size={size}
            disabled={isEmpty}
            loading={say.isPending}
            onClick={() => say.mutate({ params, body: { text } }, done(t('concerns.said')))}
          >
            {t('concerns.say')}
          </Button>
        )}
        {can.includes('close') && (
          <Button
            size={size}
            type={concern.state === 'Answered' ? 'primary' : 'default'}
            loading={close.isPending}
            onClick={() => close.mutate({ params }, done(t('concerns.closed')))}
          >
            {t('concerns.close')}
          </Button>
        )}
      </div>
    </div>
  );
}
