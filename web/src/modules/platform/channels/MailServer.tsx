import { Alert, Button, Form, Input, InputNumber, Select, Skeleton, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ifMatch, server } from '@/shared/api/client';
import type { Body, Reply } from '@/shared/api/types';
import { PageForm } from '@/shared/ui/form/PageForm';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { Panel } from '@/shared/ui/Panel';
import { toast } from '@/shared/ui/toast';
import s from './channels.module.css';
import { Tested } from './Tested';

type View = Reply<'/api/mail-server'>;
type Values = Body<'/api/mail-server', 'put'>;

const ports: Record<View['security'], number> = { Tls: 465, StartTls: 587, None: 25 };

export function MailServer() {
  const { t } = useTranslation(['platform', 'shared']);
  const { data, isPending, error, refetch } = server.useQuery('get', '/api/mail-server');
  return (
    <Panel title={t('mailServer.title')}>
      {isPending && <Skeleton active title={false} paragraph={{ rows: 6 }} />}
      {error && !data && <LoadFailed error={error} retry={refetch} />}
      {data && (
        <>
          <ServerForm view={data} reload={refetch} />
          {data.host && <TestMail />}
        </>
      )}
    </Panel>
  );
}

function ServerForm({ view, reload }: { view: View; reload: () => Promise<unknown> }) {
  const { t } = useTranslation(['platform', 'shared']);
  const edit = server.useMutation('put', '/api/mail-server', { meta: { quiet: true } });
  const { version, hasPassword, ...initial } = view;
  return (
    <PageForm<Values>
      // Anew after each save, so that the password field is empty again.
      key={version}
      name="mailServer"
      initial={initial}
      save={(values) =>
        edit.mutateAsync({
          body: {
            ...values,
            userName: values.userName || null,
            password: values.password || null,
            senderName: values.senderName || null,
          },
          headers: ifMatch(version),
        })
      }
      onSaved={() => toast.success(t('shared:form.saved'))}
      reload={reload}
    >
      <Form.Item name="isOn" label={t('mailServer.isOn')} valuePropName="checked" layout="horizontal" colon={false}>
        <Switch />
      </Form.Item>
      <div className={s.pair}>
        <Form.Item name="host" label={t('mailServer.host')} rules={[{ required: true }]}>
          <Input autoComplete="off" placeholder="smtp.example.com" />
        </Form.Item>
        <Form.Item name="port" label={t('mailServer.port')} rules={[{ required: true }]}>
          <InputNumber min={1} max={65535} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </div>
      <Form.Item name="security" label={t('mailServer.security')} extra={t('mailServer.securityHelp')}>
        <Select
          options={(['Tls', 'StartTls', 'None'] as const).map((value) => ({
            value,
            label: `${t(`mailServer.securities.${value}`)} (${ports[value]})`,
          }))}
        />
      </Form.Item>
      <div className={s.pair}>
        <Form.Item name="userName" label={t('mailServer.userName')}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('mailServer.password')}
          extra={hasPassword ? t('channels.kept') : undefined}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
      </div>
      <div className={s.pair}>
        <Form.Item name="senderAddress" label={t('mailServer.senderAddress')} rules={[{ required: true }]}>
          <Input type="email" autoComplete="off" />
        </Form.Item>
        <Form.Item name="senderName" label={t('mailServer.senderName')}>
          <Input autoComplete="off" />
        </Form.Item>
      </div>
    </PageForm>
  );
}

function TestMail() {
  const { t } = useTranslation('platform');
  const { data: profile } = server.useQuery('get', '/api/profile');
  const [to, setTo] = useState<string | null>(null);
  const test = server.useMutation('post', '/api/mail-server/test');
  const address = to ?? profile?.email ?? '';
  return (
    <form
      className={s.test}
      onSubmit={(event) => {
        event.preventDefault();
        if (address) test.mutate({ body: { to: address } });
      }}
    >
      <Input
        type="email"
        aria-label={t('mailServer.testTo')}
        placeholder={t('mailServer.testTo')}
        value={address}
        onChange={(event) => setTo(event.target.value)}
      />
      <Button htmlType="submit" loading={test.isPending} disabled={!address}>
        {t('channels.test')}
      </Button>
      {test.data && <Tested result={test.data} sent={t('mailServer.tested', { to: address })} />}
      {!test.data && <Alert type="info" title={t('mailServer.testHelp')} />}
    </form>
  );
}
