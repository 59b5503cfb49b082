import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { server } from '@/shared/api/client';
import { approximate } from '@/shared/format/decimal';
import { Facts } from '@/shared/ui/Facts';
import { BulletBar } from '@/shared/ui/figures/BulletBar';
import { Amount, Day, Instant } from '@/shared/ui/figures/Texts';
import { RecordDrawer } from '@/shared/ui/form/RecordDrawer';
import { Panel } from '@/shared/ui/Panel';
import file from '../file/file.module.css';
import type { Customer } from '../file/types';
import { CreditForm, type Deed, deeds } from './CreditForm';
import s from './credit.module.css';
import { type Credit, VerdictTag } from './words';

/** 信用与风险: what he may owe and owes, whether he is held; beside it what moves him and what risk he is. */
export function CreditPanel({ customer }: { customer: Customer }) {
  const { t } = useTranslation('customers');
  const [doing, setDoing] = useState<Deed | 'history' | null>(null);
  const params = { path: { id: customer.id } };
  const { data, refetch } = server.useQuery('get', '/api/customers/{id}/credit', { params });
  if (!data) return null;
  return (
    <Panel
      title={t('credit.title')}
      extra={
        data.history.length > 0 && (
          <Button type="text" onClick={() => setDoing('history')}>
            {t('cards.history')}
          </Button>
        )
      }
    >
      <div className={s.card}>
        <Standing credit={data} />
        <Risk customer={customer.id} />
      </div>
      <Requests credit={data} reload={refetch} />
      <div className={s.deeds}>
        {deeds
          .filter((deed) => data.can.includes(deed))
          .map((deed) => (
            <Button key={deed} size="small" danger={deed === 'hold'} onClick={() => setDoing(deed)}>
              {t(`credit.do.${deed}`)}
            </Button>
          ))}
      </div>
      {doing === 'history' && (
        <RecordDrawer title={t('credit.history')} onClose={() => setDoing(null)}>
          <History credit={data} />
        </RecordDrawer>
      )}
      {doing && doing !== 'history' && (
        <CreditForm customer={customer.id} credit={data} deed={doing} reload={refetch} onClose={() => setDoing(null)} />
      )}
    </Panel>
  );
}

/** Of a limit of nothing, whatever is used is beyond it. */
function attainment(used: string, limit: string) {
  const [of, whole] = [approximate(used), approximate(limit)];
  return whole > 0 ? String(of / whole) : of > 0 ? '2' : '0';
}

function Standing({ credit }: { credit: Credit }) {
  const { t } = useTranslation('customers');
  const { limit, used, available, overdue, termDays } = credit;
  const rating = credit.ratings.find((one) => one.code === credit.rating);
  return (
    <section aria-label={t('credit.standing')}>
      <p className={s.verdict}>
        {credit.verdict && <VerdictTag verdict={credit.verdict} />}
        {credit.rating && (
          <b>
            {credit.rating} {rating?.name}
          </b>
        )}
        {!credit.rating && <span className="muted">{t('credit.noRating')}</span>}
      </p>
      {credit.verdict === 'Held' && (
        <p className={s.held}>
          {credit.heldReason}
          <span className="muted">
            {credit.heldByName} {credit.heldSince && <Instant value={credit.heldSince} />}
            {credit.heldUntil && (
              <>
                {' '}
                · {t('credit.until')} <Day value={credit.heldUntil} />
              </>
            )}
          </span>
        </p>
      )}
      {limit && used && (
        <div className={s.bar}>
          <BulletBar label={t('credit.usedOf')} attainment={attainment(used, limit)} isLimit />
        </div>
      )}
      <Facts
        items={[
          { label: t('credit.limit'), value: limit ? <Amount value={limit} /> : t('credit.verdicts.NoLimit') },
          ...(used ? [{ label: t('credit.used'), value: <Amount value={used} /> }] : []),
          ...(available ? [{ label: t('credit.available'), value: <Amount value={available} /> }] : []),
          { label: t('credit.terms'), value: termDays == null ? null : t('credit.days', { count: termDays }) },
          ...(overdue && approximate(overdue) > 0
            ? [{ label: t('credit.overdue'), value: <Amount value={overdue} /> }]
            : []),
          ...(limit ? [{ label: t('credit.over'), value: t(`credit.overs.${credit.over}`) }] : []),
        ]}
      />
    </section>
  );
}

/** As the strategy card has it: enthusiasm comes of profit and prospects, risk of credit, ability and prices. */
function Risk({ customer }: { customer: string }) {
  const { t } = useTranslation('customers');
  const { data } = server.useQuery('get', '/api/customers/{id}/strategy-cards', { params: { path: { id: customer } } });
  const card = data?.items[0];
  const mark = (value?: number | null) => value && t('cards.ofFive', { mark: value });
  const level = (value?: 'Low' | 'Medium' | 'High' | null) => value && t(`cards.levels.${value}`);
  return (
    <section aria-label={t('credit.risk')}>
      <Facts
        items={[
          { label: t('cards.profit'), value: mark(card?.profit) },
          { label: t('cards.prospects'), value: mark(card?.prospects) },
          { label: t('cards.creditRisk'), value: level(card?.creditRisk) },
          { label: t('cards.abilityRisk'), value: level(card?.abilityRisk) },
          { label: t('cards.priceRisk'), value: level(card?.priceRisk) },
          ...(card?.enthusiasmNote
            ? [{ label: t('cards.enthusiasmNote'), value: card.enthusiasmNote, wide: true }]
            : []),
          ...(card?.riskNote ? [{ label: t('cards.riskNote'), value: card.riskNote, wide: true }] : []),
        ]}
      />
      {data && !card && <p className="muted">{t('credit.noCard')}</p>}
    </section>
  );
}

function Requests({ credit, reload }: { credit: Credit; reload: () => Promise<unknown> }) {
  const { t } = useTranslation('customers');
  const withdraw = server.useMutation('post', '/api/credit-requests/{id}/withdraw');
  const open = credit.requests.filter(({ state }) => state === 'Waiting' || state === 'Returned');
  return open.map((one) => (
    <p key={one.id} className={s.request}>
      <b>{t(`credit.requests.${one.state as 'Waiting' | 'Returned'}`)}</b>
      {t(`credit.wishes.${one.wish}`)} {one.limit && <Amount value={one.limit} />}
      <span className="muted">
        {one.byName} <Instant value={one.at} />
      </span>
      {one.approvalId && <Link to={`/approvals?open=${one.approvalId}`}>{one.number}</Link>}
      {one.isMine && (
        <Button
          size="small"
          type="link"
          loading={withdraw.isPending}
          onClick={() => withdraw.mutate({ params: { path: { id: one.id } } }, { onSettled: () => reload() })}
        >
          {t('credit.withdraw')}
        </Button>
      )}
    </p>
  ));
}

function History({ credit }: { credit: Credit }) {
  const { t } = useTranslation('customers');
  return (
    <ul className={file.entries}>
      {credit.history.map((one) => (
        <li key={one.id}>
          <span>
            <b>{t(`credit.deeds.${one.deed}`)}</b> {one.rating} {one.limit && <Amount value={one.limit} />}{' '}
            {one.termDays != null && t('credit.days', { count: one.termDays })}
            {one.heldUntil && (
              <>
                {t('credit.until')} <Day value={one.heldUntil} />
              </>
            )}
          </span>
          <span>{one.reason}</span>
          <span className="muted">
            {one.byName} <Instant value={one.at} /> {one.requestNumber}
          </span>
        </li>
      ))}
    </ul>
  );
}
