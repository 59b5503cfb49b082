import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { server } from '@/shared/api/client';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import { useDebounced } from '@/shared/ui/useDebounced';
import { CustomerNav } from './CustomerNav';
import s from './customers.module.css';
import { type Found, FoundAlert, ListedAlert, shortest } from './Duplicates';

/** What was typed says by itself what it is. */
const asked = (typed: string) => {
  if (/^[0-9A-HJ-NPQRTUWXY]{15}([0-9A-HJ-NPQRTUWXY]{3})?$/i.test(typed.replace(/[\s-]/g, '')))
    return { creditCode: typed };
  if (/^[\d\s()+\-\u8f6c]{7,}$/.test(typed)) return { phone: typed };
  if (/^(https?:\/\/|www\.)\S+$|^[\w-]+(\.[\w-]+)*\.(com|cn|net|org|io)(\/\S*)?$/i.test(typed))
    return { website: typed };
  return { name: typed };
};

/** One field on the way to a visit: is anybody on it already? */
export default function CheckPage() {
  const { t } = useTranslation('customers');
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const words = useDebounced(typed.trim(), 300);
  const isAsked = words.length >= shortest;
  const { data, error, refetch } = server.useQuery(
    'get',
    '/api/customers/duplicates',
    { params: { query: asked(words) } },
    { enabled: isAsked, placeholderData: (before: Found | undefined) => before },
  );
  return (
    <>
      <PageHead title={t('check.title')} />
      <CustomerNav of="check" />
      <div className={s.check}>
        <Panel>
          <p className="muted">{t('check.hint')}</p>
          <Input.Search
            autoFocus
            allowClear
            size="large"
            aria-label={t('check.ask')}
            placeholder={t('check.ask')}
            maxLength={120}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </Panel>
        {error && <LoadFailed error={error} retry={refetch} />}
        {isAsked && data && (
          <section aria-live="polite" className={s.duplicates}>
            {data.items.length === 0 ? (
              <Alert
                showIcon
                type="success"
                title={t('check.none')}
                action={
                  <Button size="small" onClick={() => navigate('/customers?edit=new')}>
                    {t('check.create')}
                  </Button>
                }
              />
            ) : (
              <FoundAlert found={data} />
            )}
            {data.listed.length > 0 && <ListedAlert found={data} />}
          </section>
        )}
      </div>
    </>
  );
}
