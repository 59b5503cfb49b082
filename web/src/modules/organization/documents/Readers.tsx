import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { EmptyState } from '@/shared/ui/EmptyState';
import { Instant } from '@/shared/ui/figures/Texts';
import { RecordDrawer } from '@/shared/ui/form/RecordDrawer';
import { StatusTag } from '@/shared/ui/StatusTag';
import s from './documents.module.css';

/** Who has to read the edition that holds, and who has. */
export function Readers({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('organization');
  const [shown, setShown] = useState<'unread' | 'all'>('unread');
  const { data, isPending, error, refetch } = server.useQuery('get', '/api/documents/{id}/readers', {
    params: { path: { id }, query: { size: 200, ...(shown === 'unread' && { unread: true }) } },
  });
  return (
    <RecordDrawer
      title={t('documents.readers')}
      width={520}
      onClose={onClose}
      isPending={isPending}
      error={error}
      retry={refetch}
      actions={
        <Segmented
          value={shown}
          onChange={setShown}
          options={[
            { value: 'unread', label: t('documents.notRead') },
            { value: 'all', label: t('documents.all') },
          ]}
        />
      }
    >
      {data?.total === 0 && <EmptyState text={t('documents.everybodyHasRead')} />}
      <ul className={s.rows}>
        {data?.items.map((reader) => (
          <li key={reader.id}>
            <span>
              {reader.name}
              <small>
                {reader.number} · {reader.unitName}
              </small>
            </span>
            {reader.readAt ? (
              <StatusTag tone="good">
                <Instant value={reader.readAt} />
              </StatusTag>
            ) : (
              <StatusTag tone="warning">{t('documents.notRead')}</StatusTag>
            )}
          </li>
        ))}
      </ul>
    </RecordDrawer>
  );
}
