import { Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import { fullAmount } from '@/shared/format/amount';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { DateInput } from '@/shared/ui/inputs/DateInput';
import { MoneyInput } from '@/shared/ui/inputs/MoneyInput';
import { toast } from '@/shared/ui/toast';
import c from '../customers.module.css';
import type { Credit } from './words';

export const deeds = ['set', 'hold', 'release', 'ask-limit', 'ask-release'] as const;
export type Deed = (typeof deeds)[number];

interface Values {
  rating?: string | null;
  limit?: string | null;
  termDays?: number | null;
  until?: string | null;
  reason?: string;
}

interface CreditFormProps {
  customer: string;
  credit: Credit;
  deed: Deed;
  reload: () => Promise<unknown>;
  onClose: () => void;
}

/** One thing decided or asked for, always with its reason. */
export function CreditForm({ customer, credit, deed, reload, onClose }: CreditFormProps) {
  const { t } = useTranslation('customers');
  const { company } = useSession();
  const params = { path: { id: customer } };
  const save = ({ rating, limit, termDays, until, reason = '' }: Values): Promise<unknown> => {
    switch (deed) {
      case 'set':
        return api.PUT('/api/customers/{id}/credit', {
          params,
          body: { seen: credit.id, rating, limit, termDays, reason },
        });
      case 'hold':
        return api.POST('/api/customers/{id}/credit-hold', { params, body: { seen: credit.id, until, reason } });
      case 'release':
        return api.POST('/api/customers/{id}/credit-release', { params, body: { seen: credit.id, reason } });
      default:
        return api.POST('/api/customers/{id}/credit-requests', {
          params,
          body: { wish: deed === 'ask-limit' ? 'Limit' : 'Release', limit, reason },
        });
    }
  };
  return (
    <FormDrawer<Values>
      name="credit"
      title={t(`credit.do.${deed}`)}
      width={440}
      initial={deed === 'set' ? { rating: credit.rating, limit: credit.ownLimit, termDays: credit.ownTermDays } : {}}
      save={save}
      onSaved={() => {
        toast.success(t(`credit.did.${deed}`));
        reload();
      }}
      reload={reload}
      onClose={onClose}
    >
      {deed === 'set' && (
        <>
          <Form.Item name="rating" label={t('credit.rating')}>
            <ChoiceInput
              options={credit.ratings.map(({ code, name, limit, termDays }) => ({
                value: code,
                label: t('credit.ratingChoice', {
                  code,
                  name,
                  limit: limit ? fullAmount(limit) : t('credit.verdicts.NoLimit'),
                  count: termDays,
                }),
              }))}
            />
          </Form.Item>
          <div className={c.pair}>
            <Form.Item name="limit" label={t('credit.ownLimit')} extra={t('credit.ownHelp')}>
              <MoneyInput />
            </Form.Item>
            <Form.Item name="termDays" label={t('credit.ownTerms')} extra={t('credit.ownHelp')}>
              <InputNumber min={0} max={730} precision={0} style={{ width: '100%' }} />
            </Form.Item>
          </div>
        </>
      )}
      {deed === 'ask-limit' && (
        <Form.Item name="limit" label={t('credit.wanted')} required>
          <MoneyInput />
        </Form.Item>
      )}
      {deed === 'hold' && (
        <Form.Item name="until" label={t('credit.until')} extra={t('credit.untilHelp')}>
          <DateInput min={company.today} />
        </Form.Item>
      )}
      <Form.Item name="reason" label={t('credit.reason')} required>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </FormDrawer>
  );
}
