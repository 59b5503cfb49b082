import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, server } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import { confirmed } from '@/shared/ui/confirm';
import { Facts } from '@/shared/ui/Facts';
import { Day, Instant } from '@/shared/ui/figures/Texts';
import { Attachments } from '@/shared/ui/files/Attachments';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { RecordDrawer } from '@/shared/ui/form/RecordDrawer';
import { useIsPhone } from '@/shared/ui/media';
import { StatusTag } from '@/shared/ui/StatusTag';
import { toast } from '@/shared/ui/toast';
import s from '../collaboration.module.css';
import { Recipients } from './Recipients';
import { type Notice, noticeFiles, stateTones } from './words';

interface NoticeDrawerProps {
  id: string;
  onEdit: (id: string) => void;
  onClose: () => void;
}

/** One notice: what it says; at the bottom, that I have read it; for its author, who has and who has not. */
export function NoticeDrawer({ id, onEdit, onClose }: NoticeDrawerProps) {
  const { t } = useTranslation(['collaboration', 'shared']);
  const [withdrawing, setWithdrawing] = useState(false);
  const {
    data: notice,
    error,
    isPending,
    refetch,
  } = server.useQuery('get', '/api/notices/{id}', { params: { path: { id } } });
  const publish = server.useMutation('post', '/api/notices/{id}/publish');
  const remove = server.useMutation('delete', '/api/notices/{id}');
  useRead(notice);
  const can = notice?.can ?? [];
  const params = { path: { id } };
  const headers = ifMatch(notice?.version ?? 0);
  const send = () => publish.mutate({ params, headers }, { onSuccess: () => toast.success(t('notices.published')) });
  const drop = async () => {
    if (await confirmed({ title: t('notices.deleteTitle'), yes: t('shared:remove'), danger: true }))
      remove.mutate({ params: { path: { id } } }, { onSuccess: onClose });
  };
  return (
    <RecordDrawer
      title={notice?.title ?? t('notices.title')}
      tags={
        notice && (
          <>
            <StatusTag tone={stateTones[notice.state]}>{t(`notices.state.${notice.state}`)}</StatusTag>
            {notice.isImportant && <span className={s.mark}>{t('notices.important')}</span>}
            <span>{notice.author.name}</span>
            {notice.publishedAt && <Instant value={notice.publishedAt} />}
          </>
        )
      }
      onClose={onClose}
      {...{ isPending, error, retry: refetch }}
      actions={
        <>
          {can.includes('delete') && <Button onClick={drop}>{t('shared:remove')}</Button>}
          {can.includes('edit') && <Button onClick={() => onEdit(id)}>{t('edit')}</Button>}
          {can.includes('publish') && (
            <Button type="primary" loading={publish.isPending} onClick={send}>
              {t('notices.publish')}
            </Button>
          )}
          {can.includes('withdraw') && <Button onClick={() => setWithdrawing(true)}>{t('notices.withdraw')}</Button>}
        </>
      }
      footer={notice && can.includes('confirm') && <Confirming notice={notice} />}
    >
      {notice && (
        <>
          {notice.withdrawReason && (
            <p className={s.withdrawn} role="note">
              {t('notices.withdrawnFor', { reason: notice.withdrawReason })}
            </p>
          )}
          <p className={`${s.text} ${s.words}`}>{notice.text}</p>
          <Attachments entity={noticeFiles} id={id} />
          <section className={s.part}>
            <Facts
              items={[
                {
                  label: t('notices.to'),
                  value: notice.to
                    .map((line) => (line.withSubunits ? t('audience.unitAndBelow', { name: line.name }) : line.name))
                    .join(t('separator')),
                  wide: true,
                },
                ...(notice.mustConfirm
                  ? [{ label: t('notices.confirmBy'), value: notice.confirmBy && <Day value={notice.confirmBy} /> }]
                  : []),
                ...(notice.confirmedAt
                  ? [{ label: t('notices.confirmedAt'), value: <Instant value={notice.confirmedAt} /> }]
                  : []),
              ]}
            />
          </section>
          {can.includes('recipients') && <Recipients notice={notice} />}
          {withdrawing && <Withdrawing notice={notice} onClose={() => setWithdrawing(false)} />}
        </>
      )}
    </RecordDrawer>
  );
}

/** Told once that it was looked at. */
function useRead(notice: Notice | undefined) {
  const client = useQueryClient();
  const { person } = useSession();
  const id = notice?.state === 'Published' && !notice.readAt && person ? notice.id : undefined;
  const isOwn = notice?.author.id === person?.id;
  useEffect(() => {
    if (!id || isOwn) return;
    void api.POST('/api/notices/{id}/read', { params: { path: { id } } }).then(() => {
      client.invalidateQueries({ queryKey: ['get', '/api/collaboration/counts'] });
      return client.invalidateQueries({ queryKey: ['get', '/api/notices'] });
    });
  }, [id, isOwn, client]);
}

/** At the bottom, where a thumb is. */
function Confirming({ notice }: { notice: Notice }) {
  const { t } = useTranslation('collaboration');
  const isPhone = useIsPhone();
  const confirm = server.useMutation('post', '/api/notices/{id}/confirm');
  return (
    <div className={s.foot}>
      {notice.confirmBy && (
        <span className="muted">
          {t('notices.pleaseBy')} <Day value={notice.confirmBy} />
        </span>
      )}
      <div className={s.buttons}>
        <Button
          type="primary"
          size={isPhone ? 'large' : 'middle'}
          loading={confirm.isPending}
          onClick={() =>
            confirm.mutate(
              { params: { path: { id: notice.id } } },
              { onSuccess: () => toast.success(t('notices.thanks')) },
            )
          }
        >
          {t('notices.confirm')}
        </Button>
      </div>
    </div>
  );
}

function Withdrawing({ notice, onClose }: { notice: Notice; onClose: () => void }) {
  const { t } = useTranslation('collaboration');
  return (
    <FormDrawer<{ reason: string }>
      name="withdraw"
      title={t('notices.withdraw')}
      save={({ reason }) =>
        api.POST('/api/notices/{id}/withdraw', {
          params: { path: { id: notice.id } },
          headers: ifMatch(notice.version),
          body: { reason: reason || '' },
        })
      }
      saveText={t('notices.withdraw')}
      onSaved={() => toast.success(t('notices.state.Withdrawn'))}
      onClose={onClose}
      width={440}
    >
      <Form.Item name="reason" label={t('reason')} required extra={t('notices.withdrawHint')}>
        <Input.TextArea rows={3} maxLength={500} autoFocus />
      </Form.Item>
    </FormDrawer>
  );
}
