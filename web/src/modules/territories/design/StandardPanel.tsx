import { DeleteOutlined } from '@ant-design/icons';
import { Button, Form, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, server } from '@/shared/api/client';
import { useCan, useSession } from '@/shared/api/session';
import type { Body } from '@/shared/api/types';
import { Facts } from '@/shared/ui/Facts';
import { Amount, Day } from '@/shared/ui/figures/Texts';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { IconButton } from '@/shared/ui/IconButton';
import { DateInput } from '@/shared/ui/inputs/DateInput';
import { MoneyInput } from '@/shared/ui/inputs/MoneyInput';
import { Panel } from '@/shared/ui/Panel';
import s from '../territories.module.css';

type Values = Body<'/api/territory-standards'>;

const counts = [
  'visitsA',
  'visitsB',
  'visitsC',
  'minutesA',
  'minutesB',
  'minutesC',
  'touchedDays',
  'changesMost',
  'neverMonths',
  'spanFew',
  'spanMany',
] as const;

/** What all of this is measured by: house data, from day to day. */
export function StandardPanel() {
  const { t } = useTranslation(['territories', 'shared']);
  const { company } = useSession();
  const mayEdit = useCan('territories.policy-edit');
  const [adding, setAdding] = useState(false);
  const { data } = server.useQuery('get', '/api/territory-standards');
  const remove = server.useMutation('delete', '/api/territory-standards/{id}');
  if (!data) return null;
  const coming = data.items.filter(({ first }) => first > company.today);
  const now = data.items.find(({ first }) => first <= company.today) ?? data.usual;
  return (
    <Panel
      title={t('standards.title')}
      note={
        now === data.usual ? (
          t('standards.usual')
        ) : (
          <>
            {t('divisions.from')} <Day value={now.first} />
          </>
        )
      }
      extra={mayEdit && <Button onClick={() => setAdding(true)}>{t('standards.add')}</Button>}
    >
      <Facts
        items={[
          { label: t('standards.classA'), value: <Amount value={now.classA} /> },
          { label: t('standards.classB'), value: <Amount value={now.classB} /> },
          ...counts.map((name) => ({ label: t(`standards.${name}`), value: now[name] })),
        ]}
      />
      {coming.length > 0 && (
        <ul className={s.list} aria-label={t('standards.coming')}>
          {coming.map(({ id, first, can }) => (
            <li key={id}>
              <span>{t('standards.coming')}</span>
              <small>
                {t('divisions.from')} <Day value={first} />
              </small>
              {mayEdit && can.includes('delete') && (
                <IconButton
                  label={t('shared:remove')}
                  icon={<DeleteOutlined />}
                  onClick={() => remove.mutate({ params: { path: { id } } })}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {adding && (
        <FormDrawer<Values>
          name="standard"
          title={t('standards.add')}
          width={480}
          initial={{ ...now, first: company.today }}
          save={({ first, classA, classB, ...rest }) =>
            api.POST('/api/territory-standards', {
              body: {
                first,
                classA,
                classB,
                ...(Object.fromEntries(counts.map((name) => [name, rest[name]])) as Pick<
                  Values,
                  (typeof counts)[number]
                >),
              },
            })
          }
          onClose={() => setAdding(false)}
        >
          <Form.Item name="first" label={t('first')} required>
            <DateInput min={company.today} />
          </Form.Item>
          <div className={s.pair}>
            <Form.Item name="classA" label={t('standards.classA')} required>
              <MoneyInput unit={company.currency} />
            </Form.Item>
            <Form.Item name="classB" label={t('standards.classB')} required>
              <MoneyInput unit={company.currency} />
            </Form.Item>
            {counts.map((name) => (
              <Form.Item key={name} name={name} label={t(`standards.${name}`)} required>
                <InputNumber min={0} max={10_000} precision={0} />
              </Form.Item>
            ))}
          </div>
        </FormDrawer>
      )}
    </Panel>
  );
}
