import { Button, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, server } from '@/shared/api/client';
import { Facts } from '@/shared/ui/Facts';
import { Day, Instant } from '@/shared/ui/figures/Texts';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { RecordDrawer } from '@/shared/ui/form/RecordDrawer';
import { RemotePicker } from '@/shared/ui/inputs/RemotePicker';
import { useIsPhone } from '@/shared/ui/media';
import { toast } from '@/shared/ui/toast';
import s from '../customers.module.css';
import { CustomerStateTag } from '../state';
import { roomText } from './PoolPage';

const kinds = ['contacts', 'records', 'care', 'orders', 'receipts'] as const;

/** A customer of a pool, more of him than the list tells: opening it is one of the day's looks. */
export function PoolDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('customers');
  const isPhone = useIsPhone();
  const navigate = useNavigate();
  const [assigning, setAssigning] = useState(false);
  const look = server.useMutation('post', '/api/pool-customers/{id}/look', { meta: { quiet: true } });
  const claim = server.useMutation('post', '/api/pool-customers/{id}/claim');
  const { mutate } = look;
  useEffect(() => mutate({ params: { path: { id } } }), [mutate, id]);
  const customer = look.data;
  const params = { path: { id } };
  const size = isPhone ? 'large' : 'middle';
  return (
    <RecordDrawer
      title={customer?.name}
      tags={
        customer && (
          <>
            <span className="number">{customer.number}</span>
            <CustomerStateTag state={customer.state} />
          </>
        )
      }
      onClose={onClose}
      isPending={look.isPending || look.isIdle}
      error={look.error}
      retry={() => mutate({ params })}
      footer={
        customer &&
        customer.can.length > 0 && (
          <div className={s.deeds}>
            {customer.can.includes('claim') && (
              <Button
                type="primary"
                size={size}
                block={isPhone}
                loading={claim.isPending}
                onClick={() =>
                  claim.mutate(
                    { params },
                    {
                      onSuccess: () => {
                        toast.success(t('pool.taken', { name: customer.name }));
                        navigate(`/customers?open=${id}`);
                      },
                    },
                  )
                }
              >
                {t('pool.claim')}
              </Button>
            )}
            {customer.can.includes('assign') && (
              <Button size={size} block={isPhone} onClick={() => setAssigning(true)}>
                {t('pool.assign')}
              </Button>
            )}
          </div>
        )
      }
    >
      {customer && (
        <>
          <p className="muted">{roomText(t, customer.room)}</p>
          <Facts
            items={[
              { label: t('territory'), value: customer.territoryName },
              { label: t('industry'), value: customer.industry },
              { label: t('city'), value: customer.city },
              { label: t('website'), value: customer.website },
              { label: t('address'), value: customer.address, wide: true },
              ...kinds
                .filter((kind) => customer.last[kind])
                .map((kind) => ({ label: t(`pool.last.${kind}`), value: <Day value={customer.last[kind]} /> })),
            ]}
          />
          <section className={s.section}>
            <header>
              <h2>{t('own.history')}</h2>
            </header>
            <ol className={s.spells}>
              {customer.history.map((spell) => (
                <li key={spell.since}>
                  <span>{spell.ownerName ?? t('own.pool')}</span>
                  <span className="muted">
                    <Instant value={spell.since} /> · {t(`own.cause.${spell.cause}`)}
                  </span>
                </li>
              ))}
            </ol>
          </section>
        </>
      )}
      {assigning && (
        <FormDrawer<{ personId?: string | null; reason?: string }>
          name="assign"
          title={t('pool.assign')}
          save={({ personId, reason }) =>
            api.POST('/api/pool-customers/{id}/assign', { params, body: { personId: personId ?? '', reason } })
          }
          onSaved={() => {
            toast.success(t('own.did.transfer'));
            onClose();
          }}
          onClose={() => setAssigning(false)}
          width={440}
        >
          <Form.Item
            name="personId"
            label={t('own.to')}
            required
            rules={[{ required: true, message: t('own.choose') }]}
          >
            <RemotePicker path="/api/colleagues" />
          </Form.Item>
          <Form.Item name="reason" label={t('own.reason')}>
            <Input.TextArea rows={2} maxLength={500} />
          </Form.Item>
        </FormDrawer>
      )}
    </RecordDrawer>
  );
}
