import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, server } from '@/shared/api/client';
import { useCan } from '@/shared/api/session';
import { Day } from '@/shared/ui/figures/Texts';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { StatusTag } from '@/shared/ui/StatusTag';
import { toast } from '@/shared/ui/toast';
import s from '../customers.module.css';
import { stateTones, useWords } from './words';

/** The warnings a customer has given, the newest first; and a word of what one has noticed oneself. */
export function CustomerWarnings({ customer }: { customer: string }) {
  const { t } = useTranslation('customers');
  const words = useWords();
  const mayReport = useCan('customers.edit');
  const [reporting, setReporting] = useState(false);
  const { data } = server.useQuery('get', '/api/customer-warnings', {
    params: { query: { customer, size: 20, sort: '-openedOn' } },
  });
  return (
    <section className={s.section}>
      <header>
        <h2>{t('warnings.title')}</h2>
        {mayReport && (
          <Button type="link" size="small" onClick={() => setReporting(true)}>
            {t('warnings.report')}
          </Button>
        )}
      </header>
      {data?.total === 0 && <p className="muted">{t('warnings.noneOfCustomer')}</p>}
      <ul className={s.signs}>
        {data?.items.map((warning) => (
          <li key={warning.id}>
            <Link to={`/customer-warnings?open=${warning.id}`}>
              <Day value={warning.openedOn} />
            </Link>
            <StatusTag tone={warning.result === 'WonBack' ? 'good' : stateTones[warning.state]}>
              {warning.result ? t(`warnings.results.${warning.result}`) : t(`warnings.states.${warning.state}`)}
            </StatusTag>
            {warning.cause && <span className="muted">{words.cause(warning.cause)}</span>}
          </li>
        ))}
      </ul>
      {reporting && (
        <FormDrawer<{ signal?: string; text?: string }>
          name="report"
          title={t('warnings.report')}
          save={({ signal, text }) =>
            api.POST('/api/customers/{id}/warnings', {
              params: { path: { id: customer } },
              body: { signal: signal ?? '', text: text ?? '' },
            })
          }
          onSaved={() => toast.success(t('warnings.reported'))}
          onClose={() => setReporting(false)}
          width={440}
        >
          <Form.Item name="signal" label={t('warnings.signal')} required>
            <ChoiceInput clearable={false} options={words.choices('ownSignals')} />
          </Form.Item>
          <Form.Item name="text" label={t('warnings.words')} required>
            <Input.TextArea rows={4} maxLength={1000} />
          </Form.Item>
        </FormDrawer>
      )}
    </section>
  );
}
