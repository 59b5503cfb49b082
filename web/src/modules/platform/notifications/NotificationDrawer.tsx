import { Button, Drawer, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { server } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import type { Reply } from '@/shared/api/types';
import { agoText } from '@/shared/format/day';
import { useLanguage } from '@/shared/text/language';
import { EmptyState } from '@/shared/ui/EmptyState';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { useIsPhone } from '@/shared/ui/media';
import s from './NotificationDrawer.module.css';

type Notification = Reply<'/api/notifications'>['items'][number];

const step = 20;

export default function NotificationDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['platform', 'shared']);
  const navigate = useNavigate();
  // One growing page instead of many: reading marks rows, and pages would shift below the reader.
  const [size, setSize] = useState(step);
  const list = server.useQuery('get', '/api/notifications', { params: { query: { page: 1, size } } });
  const read = server.useMutation('post', '/api/notifications/{id}/read');
  const readAll = server.useMutation('post', '/api/notifications/read-all');

  const open = (notification: Notification) => {
    if (!notification.readAt) read.mutate({ params: { path: { id: notification.id } } });
    if (!notification.link) return;
    onClose();
    navigate(notification.link);
  };
  const items = list.data?.items ?? [];
  return (
    <Drawer
      open
      onClose={onClose}
      size={useIsPhone() ? '100%' : 420}
      title={t('notifications.title')}
      styles={{ body: { padding: 0 } }}
      extra={
        <Button
          type="link"
          disabled={!list.data?.unread}
          loading={readAll.isPending}
          onClick={() => readAll.mutate({})}
        >
          {t('notifications.readAll')}
        </Button>
      }
    >
      {list.isPending && <Skeleton active title={false} style={{ padding: 20 }} paragraph={{ rows: 8 }} />}
      {list.isError && <LoadFailed error={list.error} retry={list.refetch} />}
      {list.data?.total === 0 && <EmptyState text={t('notifications.none')} />}
      <ul>
        {items.map((notification) => (
          <Row key={notification.id} notification={notification} onOpen={() => open(notification)} />
        ))}
      </ul>
      {list.data && list.data.total > items.length && (
        <Button block type="text" loading={list.isFetching} onClick={() => setSize(size + step)}>
          {t('shared:more')}
        </Button>
      )}
    </Drawer>
  );
}

function Row({ notification, onOpen }: { notification: Notification; onOpen: () => void }) {
  const { t } = useTranslation('platform');
  const language = useLanguage();
  const { company } = useSession();
  return (
    <li>
      <button type="button" className={s.row} onClick={onOpen} data-unread={!notification.readAt}>
        <span className={s.title}>
          {notification.text}
          {!notification.readAt && <span className="srOnly">{t('notifications.unread')}</span>}
        </span>
        <time dateTime={notification.createdAt}>{agoText(notification.createdAt, language, company.timeZone)}</time>
      </button>
    </li>
  );
}
