import { EllipsisOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Dropdown, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, server } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import { confirmed } from '@/shared/ui/confirm';
import { Facts } from '@/shared/ui/Facts';
import { Amount, Instant, Percent } from '@/shared/ui/figures/Texts';
import { Attachments } from '@/shared/ui/files/Attachments';
import { RecordDrawer } from '@/shared/ui/form/RecordDrawer';
import { useIsPhone } from '@/shared/ui/media';
import { StatusTag } from '@/shared/ui/StatusTag';
import { toast } from '@/shared/ui/toast';
import { type Act, ActForm } from './ActForm';
import s from './approvals.module.css';
import { Log, Route } from './Timeline';
import { type Approval, stateTones, useMatterName } from './words';

interface ApprovalDrawerProps {
  id: string;
  onEdit: (id: string) => void;
  onClose: () => void;
}

/** One request: what is asked, who has it, what comes next, all that happened; and at the bottom, what I say to it. */
export function ApprovalDrawer({ id, onEdit, onClose }: ApprovalDrawerProps) {
  const { t } = useTranslation(['approvals', 'shared']);
  const matterName = useMatterName();
  const {
    data: approval,
    error,
    isPending,
    refetch,
  } = server.useQuery('get', '/api/approvals/{id}', { params: { path: { id } } });
  const withdraw = server.useMutation('post', '/api/approvals/{id}/withdraw');
  useSeen(approval);
  const can = approval?.can ?? [];
  const takeBack = async () => {
    if (await confirmed({ title: t('withdrawTitle'), text: t('withdrawText'), yes: t('withdraw'), danger: true }))
      withdraw.mutate({ params: { path: { id } } }, { onSuccess: () => toast.success(t('withdrawn')) });
  };
  return (
    <RecordDrawer
      title={approval?.title ?? t('title')}
      tags={
        approval && (
          <>
            <span className="number">{approval.number}</span>
            <StatusTag tone={stateTones[approval.state]}>{t(`state.${approval.state}`)}</StatusTag>
          </>
        )
      }
      onClose={onClose}
      {...{ isPending, error, retry: refetch }}
      actions={
        <>
          {can.includes('withdraw') && <Button onClick={takeBack}>{t('withdraw')}</Button>}
          {can.includes('resubmit') && (
            <Button type="primary" onClick={() => onEdit(id)}>
              {t('resubmit')}
            </Button>
          )}
        </>
      }
      footer={approval && can.includes('comment') && <Deciding key={approval.version} approval={approval} />}
    >
      {approval && (
        <>
          <Facts
            items={[
              {
                label: t('applicant'),
                value: [approval.applicant.name, approval.unitName].filter(Boolean).join(' · '),
              },
              { label: t('matter'), value: matterName(approval) },
              ...(approval.amount ? [{ label: t('amount'), value: <Amount value={approval.amount} /> }] : []),
              ...(approval.discount ? [{ label: t('discount'), value: <Percent value={approval.discount} /> }] : []),
              ...(approval.days ? [{ label: t('days'), value: <span className="number">{approval.days}</span> }] : []),
              ...(approval.grade ? [{ label: t('grade'), value: approval.grade }] : []),
              ...(approval.deputyName || approval.lacksDeputy
                ? [
                    {
                      label: t('deputy'),
                      value: approval.deputyName ?? <StatusTag tone="warning">{t('noDeputy')}</StatusTag>,
                    },
                  ]
                : []),
              { label: t('submittedAt'), value: <Instant value={approval.submittedAt} /> },
              ...(approval.link
                ? [{ label: t('subject'), value: <Link to={approval.link}>{t('openSubject')}</Link> }]
                : []),
              ...(approval.text
                ? [{ label: t('text'), value: <span className={s.text}>{approval.text}</span>, wide: true }]
                : []),
            ]}
          />
          <Attachments entity="approvals_request" id={id} />
          <section className={s.part}>
            <h2>{t('route')}</h2>
            <Route steps={approval.steps} />
            <p className="muted">
              {t('underRow', { version: approval.tableNumber, row: approval.row, name: approval.rowName ?? '' })}
            </p>
          </section>
          {approval.copies.length > 0 && (
            <section className={s.part}>
              <h2>{t('copies')}</h2>
              <p>{approval.copies.map((person) => person.name).join(t('separator'))}</p>
            </section>
          )}
          <section className={s.part}>
            <h2>{t('log')}</h2>
            <Log log={approval.log} />
          </section>
        </>
      )}
    </RecordDrawer>
  );
}

/** Told once that it was looked at: from then on it is being handled and no longer waiting. */
function useSeen(approval: Approval | undefined) {
  const id = approval?.id;
  const isMine = !!approval && (approval.as.length > 0 || approval.copies.length > 0);
  const client = useQueryClient();
  useEffect(() => {
    if (!id || !isMine) return;
    void api
      .POST('/api/approvals/{id}/seen', { params: { path: { id } } })
      .then(() => client.invalidateQueries({ queryKey: ['get', '/api/approvals/counts'] }));
  }, [id, isMine, client]);
}

/** At the bottom, where a thumb is: a word, and the decision. */
function Deciding({ approval }: { approval: Approval }) {
  const { t } = useTranslation('approvals');
  const isPhone = useIsPhone();
  const { person } = useSession();
  const client = useQueryClient();
  const [comment, setComment] = useState('');
  const [act, setAct] = useState<Act | null>(null);
  const approve = server.useMutation('post', '/api/approvals/{id}/approve');
  const principal = approval.as[0];
  const isOwn = approval.can.includes('approve');
  const params = { path: { id: approval.id } };
  const forPersonId = principal?.id;
  const say = () =>
    approve.mutate(
      { params, body: { round: approval.round, forPersonId, comment: comment || undefined } },
      { onSuccess: () => toast.success(t('acted.approve')) },
    );
  const more = (['return', 'add', 'handOn', 'comment'] as const).filter((one) => approval.can.includes(one));
  return (
    <div className={s.deciding}>
      {isOwn && principal && principal.id !== person?.id && (
        <p className={s.deputy}>{t('inPlaceOf', { name: principal.name })}</p>
      )}
      {isOwn && (
        <Input.TextArea
          aria-label={t('comment')}
          placeholder={t('commentHint')}
          value={comment}
          maxLength={1000}
          autoSize={{ minRows: 1, maxRows: 4 }}
          onChange={(event) => setComment(event.target.value)}
        />
      )}
      <div className={s.buttons}>
        {isOwn ? (
          <>
            <Button type="primary" size={isPhone ? 'large' : 'middle'} loading={approve.isPending} onClick={say}>
              {t('act.approve')}
            </Button>
            <Button danger size={isPhone ? 'large' : 'middle'} onClick={() => setAct('refuse')}>
              {t('act.refuse')}
            </Button>
            {!isPhone && <Button onClick={() => setAct('return')}>{t('act.return')}</Button>}
            <Dropdown
              trigger={['click']}
              menu={{
                items: more
                  .filter((one) => isPhone || one !== 'return')
                  .map((one) => ({ key: one, label: t(`act.${one}`) })),
                onClick: ({ key }) => setAct(key as Act),
              }}
            >
              <Button size={isPhone ? 'large' : 'middle'} icon={<EllipsisOutlined />} aria-label={t('moreActs')} />
            </Dropdown>
          </>
        ) : (
          <Button onClick={() => setAct('comment')}>{t('act.comment')}</Button>
        )}
      </div>
      {act && (
        <ActForm
          act={act}
          approval={approval}
          forPersonId={forPersonId}
          comment={comment}
          onDone={() => client.invalidateQueries()}
          onClose={() => setAct(null)}
        />
      )}
    </div>
  );
}
