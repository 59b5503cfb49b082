import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, server } from '@/shared/api/client';
import { percentText } from '@/shared/format/amount';
import { useLanguage } from '@/shared/text/language';
import { Facts } from '@/shared/ui/Facts';
import { Day, Instant } from '@/shared/ui/figures/Texts';
import { Attachments } from '@/shared/ui/files/Attachments';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { RecordDrawer } from '@/shared/ui/form/RecordDrawer';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { RateInput } from '@/shared/ui/inputs/RateInput';
import { StatusTag } from '@/shared/ui/StatusTag';
import { toast } from '@/shared/ui/toast';
import s from '../customers.module.css';
import { type Dispute, disputeTones, rulings } from './words';

type Side = NonNullable<Dispute['claimantFacts']>;

/** One dispute: both sides, what the system knows of each, what the rules propose, and the ruling. */
export function DisputeDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('customers');
  const english = useLanguage() === 'en';
  const { data, error, isPending, refetch } = server.useQuery('get', '/api/customer-disputes/{id}', {
    params: { path: { id } },
  });
  const cause = data?.causes.find((one) => one.code === data.cause);
  return (
    <RecordDrawer
      title={
        data?.customerId ? (
          <Link to={`/customers?open=${data.customerId}`}>{data.customerName}</Link>
        ) : (
          data?.customerName
        )
      }
      tags={
        data && (
          <>
            <span className="number">{data.number}</span>
            <StatusTag tone={disputeTones[data.state]}>{t(`dispute.states.${data.state}`)}</StatusTag>
            {data.level > 0 && <span className={s.risk}>{t('dispute.escalated')}</span>}
          </>
        )
      }
      onClose={onClose}
      {...{ isPending, error, retry: refetch }}
      footer={data && data.can.length > 0 && <Doing dispute={data} />}
    >
      {data && (
        <>
          {data.ruling && (
            <section className={s.section}>
              <header>
                <h2>
                  {t('dispute.ruling')}：{t(`dispute.rulings.${data.ruling}`)}
                  {data.claimantShare && ` ${percentText(data.claimantShare)}`}
                </h2>
              </header>
              <p className={s.remark}>{data.rulingText}</p>
              <p className="muted">
                {[data.ruledByName, cause && (english ? cause.nameEn : cause.name)].filter(Boolean).join(' · ')}{' '}
                {data.closedAt && <Instant value={data.closedAt} />}
              </p>
            </section>
          )}
          <section className={s.section}>
            <header>
              <h2>
                {t('dispute.claimant')} {data.claimantName}
              </h2>
              <span className="muted">
                <Instant value={data.openedAt} />
              </span>
            </header>
            <p className={s.remark}>{data.text}</p>
            {data.claimantFacts && <SideOf facts={data.claimantFacts} />}
            <Attachments entity="customers_dispute" id={`${id}-claimant`} />
          </section>
          <section className={s.section}>
            <header>
              <h2>
                {t('dispute.holder')} {data.holderName}
              </h2>
              {data.answeredAt && (
                <span className="muted">
                  <Instant value={data.answeredAt} />
                </span>
              )}
            </header>
            <p className={s.remark}>
              {data.answer ?? (
                <span className="muted">
                  {t('dispute.noAnswer')} <Day value={data.answerBy} />
                </span>
              )}
            </p>
            {data.holderFacts && <SideOf facts={data.holderFacts} />}
            <Attachments entity="customers_dispute" id={`${id}-holder`} />
          </section>
          {data.proposal && (
            <section className={s.section} aria-label={t('dispute.proposal')}>
              <header>
                <h2>
                  {t('dispute.proposal')}：{t(`dispute.rulings.${data.proposal.ruling!}`)}
                </h2>
                <span className="number">
                  {data.proposal.claimantPoints} : {data.proposal.holderPoints}
                </span>
              </header>
              <ol className={s.spells}>
                {data.proposal.reasons.map((reason) => (
                  <li key={reason.ground}>
                    <span>
                      {t(`dispute.grounds.${reason.ground}`)} →{' '}
                      {reason.side === 'Claimant' ? data.claimantName : data.holderName}
                    </span>
                    <span className="muted">
                      {t('dispute.points', { count: reason.points })} {reason.day && <Day value={reason.day} />}
                    </span>
                  </li>
                ))}
              </ol>
              <p className="muted">{t('dispute.proposalHint')}</p>
            </section>
          )}
        </>
      )}
    </RecordDrawer>
  );
}

function SideOf({ facts }: { facts: Side }) {
  const { t } = useTranslation('customers');
  return (
    <Facts
      items={[
        { label: t('dispute.firstHad'), value: facts.firstHadOn && <Day value={facts.firstHadOn} /> },
        { label: t('dispute.lastDeed'), value: facts.lastDeedOn && <Day value={facts.lastDeedOn} /> },
        { label: t('dispute.orders'), value: String(facts.orders) },
        { label: t('own.protectedUntil'), value: facts.protectedUntil && <Day value={facts.protectedUntil} /> },
        { label: t('dispute.holds'), value: facts.holdsTerritory ? t('dispute.yes') : t('dispute.no') },
      ]}
    />
  );
}

interface Values {
  text?: string;
  ruling?: (typeof rulings)[number] | null;
  claimantShare?: string | null;
  cause?: string | null;
}

function Doing({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation('customers');
  const english = useLanguage() === 'en';
  const [asking, setAsking] = useState<'answer' | 'rule' | null>(null);
  const withdraw = server.useMutation('post', '/api/customer-disputes/{id}/withdraw');
  const params = { path: { id: dispute.id } };
  const can = (deed: string) => dispute.can.includes(deed);
  return (
    <div className={s.deeds}>
      {can('rule') && (
        <Button type="primary" onClick={() => setAsking('rule')}>
          {t('dispute.do.rule')}
        </Button>
      )}
      {can('answer') && (
        <Button type="primary" onClick={() => setAsking('answer')}>
          {t('dispute.do.answer')}
        </Button>
      )}
      {can('withdraw') && (
        <Button
          loading={withdraw.isPending}
          onClick={() => withdraw.mutate({ params }, { onSuccess: () => toast.success(t('dispute.did.withdraw')) })}
        >
          {t('dispute.do.withdraw')}
        </Button>
      )}
      {asking && (
        <FormDrawer<Values>
          name={asking}
          title={t(`dispute.do.${asking}`)}
          initial={
            asking === 'rule'
              ? { ruling: dispute.proposal?.ruling, claimantShare: dispute.splitShare, cause: null }
              : {}
          }
          save={({ text = '', ruling, claimantShare, cause }): Promise<unknown> =>
            asking === 'answer'
              ? api.POST('/api/customer-disputes/{id}/answer', { params, body: { text } })
              : api.POST('/api/customer-disputes/{id}/rule', {
                  params,
                  body: {
                    ruling: ruling ?? 'Keep',
                    claimantShare: ruling === 'Split' ? claimantShare : undefined,
                    cause: cause ?? '',
                    text,
                  },
                })
          }
          onSaved={() => toast.success(t(`dispute.did.${asking}`))}
          onClose={() => setAsking(null)}
          width={480}
        >
          {asking === 'rule' && (
            <>
              <Form.Item name="ruling" label={t('dispute.ruling')} required>
                <ChoiceInput
                  clearable={false}
                  options={rulings.map((one) => ({ value: one, label: t(`dispute.rulings.${one}`) }))}
                />
              </Form.Item>
              <Form.Item noStyle shouldUpdate>
                {({ getFieldValue }) =>
                  getFieldValue('ruling') === 'Split' && (
                    <Form.Item name="claimantShare" label={t('dispute.share')}>
                      <RateInput />
                    </Form.Item>
                  )
                }
              </Form.Item>
              <Form.Item name="cause" label={t('dispute.cause')} required>
                <ChoiceInput
                  clearable={false}
                  options={dispute.causes.map((one) => ({
                    value: one.code,
                    label: english ? one.nameEn : one.name,
                  }))}
                />
              </Form.Item>
            </>
          )}
          <Form.Item name="text" label={t(asking === 'rule' ? 'dispute.words' : 'dispute.answer')} required>
            <Input.TextArea rows={5} maxLength={4000} />
          </Form.Item>
        </FormDrawer>
      )}
    </div>
  );
}
