import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, server } from '@/shared/api/client';
import { percentText } from '@/shared/format/amount';
import { Day, Instant } from '@/shared/ui/figures/Texts';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { DateInput } from '@/shared/ui/inputs/DateInput';
import { RemotePicker } from '@/shared/ui/inputs/RemotePicker';
import { toast } from '@/shared/ui/toast';
import s from '../customers.module.css';
import { SharesForm } from './SharesForm';

type Deed = 'release' | 'askProtection' | 'transfer' | 'share' | 'protect';
interface Values {
  reason?: string;
  until?: string | null;
  toId?: string | null;
}

/** Whose the customer is, how long he is safe there, whose he was; and what the caller may change of it. */
export function OwnershipPanel({ id, onGone }: { id: string; onGone: () => void }) {
  const { t } = useTranslation(['customers', 'shared']);
  const [asking, setAsking] = useState<Deed | null>(null);
  const { data, refetch } = server.useQuery('get', '/api/customers/{id}/ownership', { params: { path: { id } } });
  const exempt = server.useMutation('put', '/api/customers/{id}/exempt');
  if (!data) return null;
  const params = { path: { id } };
  const can = (deed: string) => data.can.includes(deed);
  const save = ({ reason = '', until, toId }: Values): Promise<unknown> => {
    switch (asking) {
      case 'release':
        return api.POST('/api/customers/{id}/release', { params, body: { reason } });
      case 'askProtection':
        return api.POST('/api/customers/{id}/protection-request', { params, body: { until: until ?? '', reason } });
      case 'protect':
        return api.POST('/api/customers/{id}/protection', { params, body: { until: until ?? '' } });
      default:
        return api.POST('/api/customer-transfers', { body: { ids: [id], toId: toId ?? '', reason } });
    }
  };
  return (
    <section className={s.section} aria-label={t('own.title')}>
      <header>
        <h2>{t('own.title')}</h2>
      </header>
      <p className={s.owned}>
        {data.ownerName ? (
          <>
            <b>{data.ownerName}</b>
            {data.ownedOn && (
              <span className="muted">
                {t('own.since')} <Day value={data.ownedOn} />
              </span>
            )}
          </>
        ) : (
          <b>{data.poolName ?? t('own.nobodys')}</b>
        )}
        {data.protectedUntil && (
          <span className={s.role}>
            {t('own.protectedUntil')} <Day value={data.protectedUntil} />
          </span>
        )}
        {data.isExempt && <span className={s.role}>{t('own.exempt')}</span>}
        {data.dueOn && (
          <span className={data.isDueSoon ? s.risk : 'muted'}>
            <Day value={data.dueOn} /> {t('own.due')}
            {data.dueCause && `（${t(`own.causes.${data.dueCause}`)}）`}
          </span>
        )}
      </p>
      {data.shares.length > 0 && (
        <p className={s.owned}>
          {data.shares.map((part) => (
            <span key={part.personId}>
              {part.name} <b className="number">{percentText(part.share)}</b>
            </span>
          ))}
        </p>
      )}
      <div className={s.deeds}>
        {(['transfer', 'share', 'protect', 'askProtection', 'release'] as const).filter(can).map((deed) => (
          <Button key={deed} size="small" onClick={() => setAsking(deed)}>
            {t(`own.do.${deed}`)}
          </Button>
        ))}
        {can('exempt') && (
          <Button
            size="small"
            loading={exempt.isPending}
            onClick={() => exempt.mutate({ params, body: { isExempt: !data.isExempt } })}
          >
            {t(data.isExempt ? 'own.do.unexempt' : 'own.do.exempt')}
          </Button>
        )}
      </div>
      <ol className={s.spells}>
        {data.history.map((spell) => (
          <li key={spell.since}>
            <span>{spell.ownerName ?? t('own.pool')}</span>
            <span className="muted">
              <Instant value={spell.since} /> · {t(`own.cause.${spell.cause}`)}
              {spell.byName && ` · ${spell.byName}`}
            </span>
            {spell.reason && <span className={s.why}>{spell.reason}</span>}
          </li>
        ))}
      </ol>
      {asking === 'share' && data.ownerId && (
        <SharesForm id={id} ownership={data} onSaved={refetch} onClose={() => setAsking(null)} />
      )}
      {asking && asking !== 'share' && (
        <FormDrawer<Values>
          name="ownership"
          title={t(`own.do.${asking}`)}
          save={save}
          onSaved={() => {
            toast.success(t(`own.did.${asking}`));
            if (asking === 'release' || asking === 'transfer') onGone();
          }}
          onClose={() => setAsking(null)}
          width={440}
        >
          {asking === 'transfer' && (
            <Form.Item name="toId" label={t('own.to')} required rules={[{ required: true, message: t('own.choose') }]}>
              <RemotePicker path="/api/colleagues" />
            </Form.Item>
          )}
          {(asking === 'protect' || asking === 'askProtection') && (
            <Form.Item name="until" label={t('own.until')} required>
              <DateInput />
            </Form.Item>
          )}
          {asking !== 'protect' && (
            <Form.Item name="reason" label={t('own.reason')} required>
              <Input.TextArea rows={3} maxLength={500} />
            </Form.Item>
          )}
        </FormDrawer>
      )}
    </section>
  );
}
