import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { Day, Instant } from '@/shared/ui/figures/Texts';
import { toast } from '@/shared/ui/toast';
import s from '../collaboration.module.css';
import type { Notice } from './words';

const shownAtOnce = 100;

/** Who has read and confirmed it, who has not; and asking those again. */
export function Recipients({ notice }: { notice: Notice }) {
  const { t } = useTranslation('collaboration');
  const [only, setOnly] = useState<'missing' | 'done' | null>('missing');
  const remind = server.useMutation('post', '/api/notices/{id}/remind');
  const { data } = server.useQuery('get', '/api/notices/{id}/recipients', {
    params: {
      path: { id: notice.id },
      query: {
        size: shownAtOnce,
        missing: only === 'missing' ? true : undefined,
        state: only === 'done' ? (notice.mustConfirm ? 'Confirmed' : 'Read') : undefined,
      },
    },
  });
  const done = (notice.mustConfirm ? notice.confirmed : notice.read) ?? 0;
  const all = notice.recipients ?? 0;
  const figures = [
    { key: null, label: t('notices.all'), value: all },
    { key: 'done' as const, label: notice.mustConfirm ? t('notices.confirmed') : t('notices.read'), value: done },
    {
      key: 'missing' as const,
      label: notice.mustConfirm ? t('notices.notConfirmed') : t('notices.unread'),
      value: all - done,
    },
  ];
  const askAgain = () =>
    remind.mutate(
      { params: { path: { id: notice.id } } },
      {
        onSuccess: ({ reminded }) =>
          reminded > 0
            ? toast.success(t('notices.reminded', { count: reminded }))
            : toast.info(t('notices.remindedToday')),
      },
    );
  return (
    <section className={s.part}>
      <h2>
        {t('notices.receipts')}
        {notice.mustConfirm && (
          <small className="muted">{t('notices.readOf', { read: notice.read, all: notice.recipients })}</small>
        )}
        {notice.can.includes('remind') && all > done && (
          <Button size="small" loading={remind.isPending} onClick={askAgain}>
            {t('notices.remind')}
          </Button>
        )}
      </h2>
      <div className={s.receipts}>
        {figures.map((figure) => (
          <button
            key={figure.label}
            type="button"
            aria-pressed={only === figure.key}
            onClick={() => setOnly(figure.key)}
          >
            <b className="number">{figure.value}</b>
            <small>{figure.label}</small>
          </button>
        ))}
      </div>
      {data && data.items.length > 0 && (
        <ul className={s.people}>
          {data.items.map((row) => (
            <li key={row.id}>
              <span>{row.name}</span>
              <span className="muted">{row.unitName}</span>
              <span className="muted">
                {row.confirmedAt ? (
                  <>
                    {t('notices.confirmed')} <Instant value={row.confirmedAt} />
                  </>
                ) : row.readAt ? (
                  <>
                    {t('notices.read')} <Instant value={row.readAt} />
                  </>
                ) : row.remindedOn ? (
                  <>
                    {t('notices.remindedOn')} <Day value={row.remindedOn} />
                  </>
                ) : (
                  t('notices.unread')
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {data && data.total > shownAtOnce && (
        <p className="muted">{t('notices.andMore', { count: data.total - shownAtOnce })}</p>
      )}
    </section>
  );
}
