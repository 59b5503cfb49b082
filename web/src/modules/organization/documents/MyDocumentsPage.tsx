import { CheckOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { server } from '@/shared/api/client';
import type { Reply } from '@/shared/api/types';
import { EmptyState } from '@/shared/ui/EmptyState';
import { Instant } from '@/shared/ui/figures/Texts';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import { StatusTag } from '@/shared/ui/StatusTag';
import s from './documents.module.css';

type Mine = Reply<'/api/my-documents'>['items'][number];

/** What the house has laid down and I have to know: first what I have not read. */
export default function MyDocumentsPage() {
  const { t } = useTranslation('organization');
  const navigate = useNavigate();
  const { data, isPending, error, refetch } = server.useQuery('get', '/api/my-documents');
  const unread = data?.items.filter(({ readAt }) => !readAt) ?? [];
  const read = data?.items.filter(({ readAt }) => readAt) ?? [];
  return (
    <>
      <PageHead
        title={t('documents.mine')}
        note={data && data.unread > 0 && t('documents.unread', { count: data.unread })}
        actions={<Button onClick={() => navigate('/documents')}>{t('documents.library')}</Button>}
      />
      {isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {error && !data && <LoadFailed error={error} retry={refetch} />}
      {data?.items.length === 0 && (
        <Panel>
          <EmptyState text={t('documents.nothingForYou')} />
        </Panel>
      )}
      {unread.length > 0 && (
        <Panel title={t('documents.toRead')} className={s.part ?? ''}>
          <Rows of={unread} />
        </Panel>
      )}
      {read.length > 0 && (
        <Panel title={t('documents.haveRead')}>
          <Rows of={read} />
        </Panel>
      )}
    </>
  );
}

function Rows({ of }: { of: Mine[] }) {
  const { t } = useTranslation('organization');
  const acknowledge = server.useMutation('post', '/api/documents/{id}/acknowledge');
  return (
    <ul className={s.rows}>
      {of.map(({ id, title, kind, edition, publishedAt, readAt }) => (
        <li key={id}>
          <span>
            <Link to={`/documents/${id}`}>{title}</Link>
            <small>
              {t(`documents.kinds.${kind}`)} · {t('documents.editionOf', { number: edition })}
              {!readAt && (
                <>
                  {' · '}
                  <Instant value={publishedAt} />
                </>
              )}
            </small>
          </span>
          {readAt ? (
            <StatusTag tone="good">
              <Instant value={readAt} />
            </StatusTag>
          ) : (
            <Button
              icon={<CheckOutlined />}
              loading={acknowledge.isPending && acknowledge.variables?.params.path.id === id}
              onClick={() => acknowledge.mutate({ params: { path: { id } }, body: { edition } })}
            >
              {t('documents.acknowledge')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
