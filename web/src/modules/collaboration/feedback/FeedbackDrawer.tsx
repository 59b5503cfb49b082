import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { Day } from '@/shared/ui/figures/Texts';
import { RecordDrawer } from '@/shared/ui/form/RecordDrawer';
import { useIsPhone } from '@/shared/ui/media';
import { StatusTag } from '@/shared/ui/StatusTag';
import { toast } from '@/shared/ui/toast';
import s from '../collaboration.module.css';
import { Words } from './CodeDrawer';
import { type Feedback, stateTones, useCategoryName } from './words';

/** One piece of feedback, for a handler or for who gave it under his name. */
export function FeedbackDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('collaboration');
  const nameOf = useCategoryName();
  const {
    data: feedback,
    error,
    isPending,
    refetch,
  } = server.useQuery('get', '/api/feedback/{id}', { params: { path: { id } } });
  return (
    <RecordDrawer
      title={feedback ? nameOf({ name: feedback.categoryName, nameEn: feedback.categoryNameEn }) : t('feedback.title')}
      tags={
        feedback && (
          <>
            <StatusTag tone={stateTones[feedback.state]}>{t(`feedback.state.${feedback.state}`)}</StatusTag>
            <span>{feedback.personName ?? t('feedback.anonymous')}</span>
            <Day value={feedback.day} />
          </>
        )
      }
      onClose={onClose}
      {...{ isPending, error, retry: refetch }}
      footer={feedback && feedback.can.length > 0 && <Doing key={feedback.version} feedback={feedback} />}
    >
      {feedback && (
        <>
          <p className={`${s.text} ${s.words}`}>{feedback.text}</p>
          <Words words={feedback.words} own={feedback.personName ?? t('feedback.author')} />
        </>
      )}
    </RecordDrawer>
  );
}

function Doing({ feedback }: { feedback: Feedback }) {
  const { t } = useTranslation('collaboration');
  const isPhone = useIsPhone();
  const [text, setText] = useState('');
  const answer = server.useMutation('post', '/api/feedback/{id}/answer');
  const say = server.useMutation('post', '/api/feedback/{id}/say');
  const take = server.useMutation('post', '/api/feedback/{id}/take');
  const close = server.useMutation('post', '/api/feedback/{id}/close');
  const params = { path: { id: feedback.id } };
  const size = isPhone ? 'large' : 'middle';
  const can = feedback.can;
  const isEmpty = text.trim() === '';
  const done = { onSuccess: () => toast.success(t('saved')) };
  return (
    <div className={s.foot}>
      <Input.TextArea
        aria-label={t('tasks.word')}
        placeholder={can.includes('answer') ? t('feedback.answerHint') : t('feedback.more')}
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
            onClick={() => answer.mutate({ params, body: { text } }, done)}
          >
            {t('feedback.answer')}
          </Button>
        )}
        {can.includes('say') && (
          <Button
            size={size}
            disabled={isEmpty}
            loading={say.isPending}
            onClick={() => say.mutate({ params, body: { text } }, done)}
          >
            {t('feedback.say')}
          </Button>
        )}
        {can.includes('take') && (
          <Button size={size} loading={take.isPending} onClick={() => take.mutate({ params }, done)}>
            {t('feedback.take')}
          </Button>
        )}
        {can.includes('close') && (
          <Button size={size} loading={close.isPending} onClick={() => close.mutate({ params }, done)}>
            {t('feedback.close')}
          </Button>
        )}
      </div>
    </div>
  );
}
