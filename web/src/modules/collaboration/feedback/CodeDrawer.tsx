import { Button, Drawer, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import type { Reply } from '@/shared/api/types';
import { useIsPhone } from '@/shared/ui/media';
import { StatusTag } from '@/shared/ui/StatusTag';
import { toast } from '@/shared/ui/toast';
import s from '../collaboration.module.css';
import { stateTones, useCategoryName } from './words';

type Found = Reply<'/api/anonymous-feedback/read', 'post'>;

/** With his code, an anonymous author reads the answer and goes on. */
export function CodeDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('collaboration');
  const isPhone = useIsPhone();
  const nameOf = useCategoryName();
  const [code, setCode] = useState('');
  const [text, setText] = useState('');
  const [found, setFound] = useState<Found | null>(null);
  const read = server.useMutation('post', '/api/anonymous-feedback/read');
  const say = server.useMutation('post', '/api/anonymous-feedback/say');
  const look = () => read.mutate({ body: { code } }, { onSuccess: setFound });
  return (
    <Drawer open title={t('feedback.byCode')} size={isPhone ? '100%' : 560} onClose={onClose}>
      <div className={s.adding}>
        <Input
          aria-label={t('feedback.code')}
          placeholder="XXXX-XXXX-XXXX-XXXX"
          value={code}
          maxLength={40}
          autoComplete="off"
          onChange={(event) => setCode(event.target.value)}
          onPressEnter={look}
        />
        <Button type="primary" loading={read.isPending} disabled={code.trim() === ''} onClick={look}>
          {t('feedback.look')}
        </Button>
      </div>
      {found && (
        <>
          <p className={s.gap}>
            <StatusTag tone={stateTones[found.state]}>{t(`feedback.state.${found.state}`)}</StatusTag>{' '}
            <span className="muted">
              {nameOf({ name: found.categoryName, nameEn: found.categoryNameEn })} · {found.day}
            </span>
          </p>
          <p className={`${s.text} ${s.words} ${s.gap}`}>{found.text}</p>
          <Words words={found.words} own={t('feedback.me')} />
          {found.state !== 'Closed' && (
            <div className={s.adding}>
              <Input.TextArea
                aria-label={t('feedback.more')}
                placeholder={t('feedback.more')}
                value={text}
                maxLength={4000}
                autoSize={{ minRows: 1, maxRows: 6 }}
                onChange={(event) => setText(event.target.value)}
              />
              <Button
                loading={say.isPending}
                disabled={text.trim() === ''}
                onClick={() =>
                  say.mutate(
                    { body: { code, text } },
                    {
                      onSuccess: (next) => {
                        setFound(next);
                        setText('');
                        toast.success(t('feedback.said'));
                      },
                    },
                  )
                }
              >
                {t('feedback.say')}
              </Button>
            </div>
          )}
        </>
      )}
    </Drawer>
  );
}

/** What was said to it, of days only: times would tell who. */
export function Words({ words, own }: { words: Found['words']; own: string }) {
  return (
    <ol className={`${s.talk} ${s.gap}`}>
      {words.map((word) => (
        <li key={word.line}>
          <header>
            <b>{word.handlerName ?? own}</b>
            <time className="number">{word.day}</time>
          </header>
          <p>{word.text}</p>
        </li>
      ))}
    </ol>
  );
}
