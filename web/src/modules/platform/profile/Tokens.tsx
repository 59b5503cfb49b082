import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import type { Body } from '@/shared/api/types';
import { agoText, instantText } from '@/shared/format/day';
import { useLanguage } from '@/shared/text/language';
import { CopyButton } from '@/shared/ui/CopyButton';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { useOpenRecord } from '@/shared/ui/form/useOpenRecord';
import { DateInput } from '@/shared/ui/inputs/DateInput';
import { Panel } from '@/shared/ui/Panel';
import s from './ProfilePage.module.css';

/** What a 201 brings; the API document does not tell it. */
interface Created {
  token: string;
}

const usualDays = 90;

const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

export function Tokens() {
  const { t } = useTranslation(['platform', 'shared']);
  const language = useLanguage();
  const { company } = useSession();
  const creating = useOpenRecord('create');
  const [token, setToken] = useState<string | null>(null);
  const { data } = server.useQuery('get', '/api/profile/tokens');
  const create = server.useMutation('post', '/api/profile/tokens', { meta: { quiet: true } });
  const remove = server.useMutation('delete', '/api/profile/tokens/{id}');
  return (
    <Panel title={t('tokens.title')}>
      <p className={s.text}>{t('tokens.why')}</p>
      {token && (
        <div style={{ marginBottom: 12 }}>
          <Alert type="warning" showIcon title={t('tokens.once')} />
          <p className={s.codes} style={{ display: 'block', overflowWrap: 'anywhere' }}>
            {token}
          </p>
          <CopyButton text={token} />
        </div>
      )}
      <ul className={s.rows}>
        {data?.items.map((item) => (
          <li key={item.id}>
            <span>
              {item.name}
              <small>
                {item.expiresAt
                  ? t('tokens.expires', { day: instantText(item.expiresAt, company.timeZone).slice(0, 10) })
                  : t('tokens.never')}
                {' · '}
                {item.lastUsedAt
                  ? t('tokens.used', { time: agoText(item.lastUsedAt, language, company.timeZone) })
                  : t('tokens.unused')}
              </small>
            </span>
            <Button type="text" danger onClick={() => remove.mutate({ params: { path: { id: item.id } } })}>
              {t('shared:remove')}
            </Button>
          </li>
        ))}
      </ul>
      <Button onClick={() => creating.open('token')}>{t('tokens.create')}</Button>
      {creating.id === 'token' && (
        <FormDrawer<Body<'/api/profile/tokens'>, Created>
          name="token"
          title={t('tokens.create')}
          initial={{ expiresOn: daysAfter(company.today, usualDays) }}
          save={async (body) =>
            (await create.mutateAsync({
              body: { name: body.name ?? '', expiresOn: body.expiresOn ?? null },
            })) as unknown as Created
          }
          onSaved={(created) => setToken(created.token)}
          onClose={creating.close}
        >
          <Form.Item name="name" label={t('tokens.name')} required>
            <Input placeholder={t('tokens.namePlaceholder')} />
          </Form.Item>
          <Form.Item name="expiresOn" label={t('tokens.expiresOn')} extra={t('tokens.expiresHelp')} required>
            <DateInput min={company.today} />
          </Form.Item>
        </FormDrawer>
      )}
    </Panel>
  );
}
