import { CheckOutlined } from '@ant-design/icons';
import { Button, Dropdown, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ifMatch, server } from '@/shared/api/client';
import { confirmed } from '@/shared/ui/confirm';
import { Facts } from '@/shared/ui/Facts';
import { Day, Instant } from '@/shared/ui/figures/Texts';
import { Attachments } from '@/shared/ui/files/Attachments';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import { toast } from '@/shared/ui/toast';
import { DocumentForm, type HouseDocument } from './DocumentForm';
import s from './documents.module.css';
import { Readers } from './Readers';
import { ReviewForm } from './ReviewForm';
import { ReviewPlan } from './ReviewPlan';
import { DecisionTag, DocumentStateTag } from './states';

/** A document to read, with its head, its earlier editions, and one button to say that it was read. */
export default function DocumentPage() {
  const { t } = useTranslation('organization');
  const id = useParams().id as string;
  const { data, isPending, error, refetch } = server.useQuery('get', '/api/documents/{id}', {
    params: { path: { id } },
  });
  const [chosen, setChosen] = useState<string | null>(null);
  const [open, setOpen] = useState<'edit' | 'readers' | 'review' | 'plan' | null>(null);
  const acknowledge = server.useMutation('post', '/api/documents/{id}/acknowledge');
  if (isPending) return <Skeleton active paragraph={{ rows: 12 }} />;
  if (!data) return <LoadFailed error={error} retry={refetch} />;
  const edition =
    data.editions.find(({ number }) => `${number}` === chosen) ??
    data.editions.find(({ number }) => number === data.current) ??
    data.editions[0];
  const may = (what: string) => !!data.can?.includes(what);
  const draft = data.editions.find(({ publishedAt }) => !publishedAt);
  const onRead = async () => {
    if (data.current) await acknowledge.mutateAsync({ params: { path: { id } }, body: { edition: data.current } });
    toast.success(t('documents.thanks'));
  };
  return (
    <>
      <PageHead
        title={edition?.title ?? data.title}
        note={
          <>
            <DocumentStateTag state={data.state} /> {draft?.decision && <DecisionTag decision={draft.decision} />}
          </>
        }
        actions={<Actions of={data} open={setOpen} />}
      />
      <div className={s.columns}>
        {edition && (
          <Panel className={s.paper ?? ''}>
            <Facts
              items={[
                { label: t('documents.author'), value: edition.authorName },
                { label: t('documents.checker'), value: edition.checkerName },
                { label: t('documents.approver'), value: edition.approverName },
                { label: t('documents.unit'), value: edition.unitName },
                { label: t('documents.writtenOn'), value: <Day value={edition.writtenOn} /> },
                {
                  label: t('documents.publishedAt'),
                  value: edition.publishedAt ? <Instant value={edition.publishedAt} /> : t('documents.states.Draft'),
                },
              ]}
            />
            {data.kind === 'Position' && <h2>{t('documents.duties')}</h2>}
            <p className={s.text}>{edition.text}</p>
            {edition.rights && (
              <>
                <h2>{t('documents.rights')}</h2>
                <p className={s.text}>{edition.rights}</p>
              </>
            )}
            <Attachments key={edition.number} entity="organization_document_edition" id={`${id}-${edition.number}`} />
          </Panel>
        )}
        <div className={s.side}>
          <Panel>
            {data.editions.length > 1 && (
              <div className={s.editions}>
                <ChoiceInput
                  label={t('documents.edition')}
                  clearable={false}
                  value={`${edition?.number}`}
                  onChange={setChosen}
                  options={data.editions.map(({ number, publishedAt }) => ({
                    value: `${number}`,
                    label: publishedAt
                      ? t('documents.editionOf', { number })
                      : `${t('documents.editionOf', { number })} · ${t('documents.states.Draft')}`,
                  }))}
                />
              </div>
            )}
            <Facts
              items={[
                { label: t('documents.kind'), value: t(`documents.kinds.${data.kind}`), wide: true },
                {
                  label: t('documents.for'),
                  value:
                    data.positionName ??
                    ((edition?.units ?? data.units).map(({ name }) => name).join('、') || t('documents.wholeHouse')),
                  wide: true,
                },
                ...(data.current
                  ? [
                      {
                        label: t('documents.readers'),
                        value: (
                          <button type="button" className="linkButton" onClick={() => setOpen('readers')}>
                            {typeof data.readers === 'number'
                              ? t('documents.readOf', { read: data.haveRead ?? 0, all: data.readers })
                              : t('documents.whoHasRead')}
                          </button>
                        ),
                        wide: true,
                      },
                    ]
                  : []),
                ...(data.reviewOn
                  ? [
                      {
                        label: t('documents.reviewOn'),
                        value: (
                          <>
                            <Day value={data.reviewOn} /> {data.responsibleName}
                          </>
                        ),
                        wide: true,
                      },
                    ]
                  : []),
                ...(data.readAt
                  ? [{ label: t('documents.youRead'), value: <Instant value={data.readAt} />, wide: true }]
                  : []),
              ]}
            />
          </Panel>
          {(data.reviews.length > 0 || may('review')) && (
            <Panel
              title={t('documents.reviews')}
              extra={
                may('review') && (
                  <Button type="text" onClick={() => setOpen('review')}>
                    {t('documents.review')}
                  </Button>
                )
              }
            >
              {data.reviews.length === 0 && <p className="muted">{t('documents.noReviews')}</p>}
              <ul className={s.reviews}>
                {data.reviews.map((review) => (
                  <li key={review.id}>
                    <b>{t(`documents.verdicts.${review.verdict}`)}</b>
                    <small className="number">
                      {review.heldOn} {review.personName} · {t('documents.editionOf', { number: review.edition })}
                    </small>
                    <p className={s.text}>{review.finding}</p>
                  </li>
                ))}
              </ul>
            </Panel>
          )}
        </div>
      </div>
      {may('acknowledge') && edition?.number === data.current && (
        <div className={s.acknowledge}>
          <Button
            type="primary"
            size="large"
            icon={<CheckOutlined />}
            loading={acknowledge.isPending}
            onClick={() => onRead().catch(() => undefined)}
          >
            {t('documents.iHaveRead')}
          </Button>
        </div>
      )}
      {open === 'edit' && <DocumentForm document={data} reload={refetch} onClose={() => setOpen(null)} />}
      {open === 'readers' && <Readers id={id} onClose={() => setOpen(null)} />}
      {open === 'review' && <ReviewForm id={id} hasResponsible={!!data.responsibleId} onClose={() => setOpen(null)} />}
      {open === 'plan' && <ReviewPlan document={data} reload={refetch} onClose={() => setOpen(null)} />}
    </>
  );
}

/** For those who write: the next wording, publishing it, asking again, taking it out of force. */
function Actions({ of, open }: { of: HouseDocument; open: (what: 'edit' | 'plan') => void }) {
  const { t } = useTranslation('organization');
  const publish = server.useMutation('post', '/api/documents/{id}/publish');
  const withdraw = server.useMutation('post', '/api/documents/{id}/withdraw');
  const recall = server.useMutation('post', '/api/documents/{id}/recall');
  const remind = server.useMutation('post', '/api/documents/{id}/remind');
  const may = (what: string) => !!of.can?.includes(what);
  const params = { path: { id: of.id } };
  const draft = of.editions.find(({ publishedAt }) => !publishedAt);
  const onPublish = async () => {
    const question = {
      title: t(of.needsApproval ? 'documents.submitAsk' : 'documents.publishAsk', {
        title: draft?.title ?? of.title,
        number: draft?.number,
      }),
      text: t(of.needsApproval ? 'documents.submitText' : 'documents.publishText'),
      yes: t(of.needsApproval ? 'documents.submit' : 'documents.publish'),
    };
    if (await confirmed(question)) publish.mutate({ params, headers: ifMatch(of.version) });
  };
  const onWithdraw = async () => {
    const question = {
      title: t('documents.withdrawAsk', { title: of.title }),
      text: t('documents.withdrawText'),
      yes: t('documents.withdraw'),
      danger: true,
    };
    if (await confirmed(question)) withdraw.mutate({ params, headers: ifMatch(of.version) });
  };
  const onRemind = async () => {
    const { reminded } = await remind.mutateAsync({ params });
    toast.success(t('documents.reminded', { count: reminded }));
  };
  return (
    <>
      {may('withdraw') && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              { key: 'remind', label: t('documents.remind'), onClick: () => onRemind().catch(() => undefined) },
              { key: 'plan', label: t('documents.planReview'), onClick: () => open('plan') },
              { key: 'withdraw', danger: true, label: t('documents.withdraw'), onClick: onWithdraw },
            ],
          }}
        >
          <Button>{t('documents.more')}</Button>
        </Dropdown>
      )}
      {may('recall') && (
        <Button loading={recall.isPending} onClick={() => recall.mutate({ params, headers: ifMatch(of.version) })}>
          {t('documents.recall')}
        </Button>
      )}
      {may('edit') && (
        <Button onClick={() => open('edit')}>{draft ? t('people.change') : t('documents.nextEdition')}</Button>
      )}
      {may('publish') && (
        <Button type="primary" loading={publish.isPending} onClick={onPublish}>
          {t(of.needsApproval ? 'documents.submit' : 'documents.publish')}
        </Button>
      )}
    </>
  );
}
