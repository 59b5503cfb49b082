import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ifMatch, server } from '@/shared/api/client';
import type { Body } from '@/shared/api/types';
import { Facts } from '@/shared/ui/Facts';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { MoneyInput } from '@/shared/ui/inputs/MoneyInput';
import { Kept } from './Kept';
import { Masked } from './Masked';
import s from './people.module.css';

type Values = Body<'/api/people/{id}/private', 'put'>;

/** What of a file is nobody's business but his own and that of those who need it; others do not get this section at all. */
export function PrivateData({ id }: { id: string }) {
  const { t } = useTranslation('organization');
  const [editing, setEditing] = useState(false);
  const { data, refetch } = server.useQuery('get', '/api/people/{id}/private', { params: { path: { id } } });
  const edit = server.useMutation('put', '/api/people/{id}/private', { meta: { quiet: true } });
  if (!data) return null;
  return (
    <section className={s.section}>
      <header>
        <h2>{t('people.private')}</h2>
        {data.can?.includes('edit') && (
          <Button type="text" onClick={() => setEditing(true)}>
            {t('people.change')}
          </Button>
        )}
      </header>
      <Facts
        items={[
          {
            label: t('people.identityNumber'),
            value: data.identityNumber && (
              <Masked person={id} version={data.version} field="IdentityNumber" value={data.identityNumber} />
            ),
          },
          {
            label: t('people.baseSalary'),
            value: data.baseSalary && (
              <Masked person={id} version={data.version} field="BaseSalary" value={data.baseSalary} />
            ),
          },
          {
            label: t('people.homeAddress'),
            value: data.homeAddress && (
              <Masked person={id} version={data.version} field="HomeAddress" value={data.homeAddress} />
            ),
            wide: true,
          },
        ]}
      />
      {editing && (
        <FormDrawer<Values>
          name="privateData"
          title={t('people.private')}
          width={480}
          initial={data}
          save={(values) =>
            edit.mutateAsync({ params: { path: { id } }, body: values, headers: ifMatch(data.version) })
          }
          reload={refetch}
          onClose={() => setEditing(false)}
        >
          <Form.Item name="identityNumber" label={t('people.identityNumber')} extra={t('people.maskedHelp')}>
            <Input autoComplete="off" maxLength={18} />
          </Form.Item>
          <Form.Item name="baseSalary" label={t('people.baseSalary')}>
            <Kept>
              <MoneyInput />
            </Kept>
          </Form.Item>
          <Form.Item name="homeAddress" label={t('people.homeAddress')}>
            <Input autoComplete="off" />
          </Form.Item>
        </FormDrawer>
      )}
    </section>
  );
}
