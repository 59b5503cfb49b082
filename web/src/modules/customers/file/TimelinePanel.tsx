import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import type { Reply } from '@/shared/api/types';
import { instantText } from '@/shared/format/day';
import { Amount, Day, Instant } from '@/shared/ui/figures/Texts';
import { Panel } from '@/shared/ui/Panel';
import s from './file.module.css';
import type { Customer } from './types';

type Entry = Reply<'/api/customers/{id}/timeline'>['items'][number];

/** Everything that happened around him, the newest first; what came before is fetched as it is asked for. */
export function TimelinePanel({ customer }: { customer: Customer }) {
  const { t } = useTranslation('customers');
  const [kind, setKind] = useState('');
  const { data, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['get', '/api/customers/{id}/timeline', customer.id, kind],
    queryFn: async ({ pageParam }) =>
      (
        await api.GET('/api/customers/{id}/timeline', {
          params: { path: { id: customer.id }, query: { kind: kind || undefined, before: pageParam || undefined } },
        })
      ).data as Reply<'/api/customers/{id}/timeline'>,
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const entries = data?.pages.flatMap((page) => page.items) ?? [];
  const kinds = data?.pages[0]?.kinds ?? [];
  return (
    <Panel title={t('file.boxes.timeline')}>
      {kinds.length > 0 && (
        <div className={s.kinds}>
          <Segmented
            value={kind}
            onChange={setKind}
            options={[
              { value: '', label: t('file.all') },
              ...kinds.map((one) => ({ value: one.kind, label: one.name })),
            ]}
          />
        </div>
      )}
      {isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {data && entries.length === 0 && <p className="muted">{t('file.nothing')}</p>}
      <ol className={s.timeline} aria-label={t('file.boxes.timeline')}>
        {entries.map((entry, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries are only ever added behind
          <TimelineLine key={i} entry={entry} />
        ))}
      </ol>
      {hasNextPage && (
        <Button block loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {t('file.earlier')}
        </Button>
      )}
    </Panel>
  );
}

function TimelineLine({ entry }: { entry: Entry }) {
  const { company } = useSession();
  const title = <b>{entry.title}</b>;
  return (
    <li>
      {entry.isDay ? (
        <Day value={instantText(entry.at, company.timeZone).slice(0, 10)} />
      ) : (
        <Instant value={entry.at} />
      )}
      <div>
        {entry.link?.startsWith('/api/') ? (
          <a href={entry.link}>{title}</a>
        ) : entry.link ? (
          <Link to={entry.link}>{title}</Link>
        ) : (
          title
        )}{' '}
        {entry.amount && <Amount value={entry.amount} />} <small>{entry.personName}</small>
        {entry.text && <p className={s.lines}>{entry.text}</p>}
        {entry.changes.map((change) => (
          <div key={change.field}>
            <small>
              {change.field}
              {(change.before || change.after) && `：${change.before ?? '–'} → ${change.after ?? '–'}`}
            </small>
          </div>
        ))}
      </div>
    </li>
  );
}
