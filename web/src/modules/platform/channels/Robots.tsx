import { Button, Form, Input, Select, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, server } from '@/shared/api/client';
import type { RowOf } from '@/shared/api/types';
import { confirmed } from '@/shared/ui/confirm';
import { EmptyState } from '@/shared/ui/EmptyState';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { useUnitChoices } from '@/shared/ui/inputs/useUnitChoices';
import { RowMenu } from '@/shared/ui/list/RowMenu';
import { Panel } from '@/shared/ui/Panel';
import { StatusTag } from '@/shared/ui/StatusTag';
import { toast } from '@/shared/ui/toast';
import { robotKinds } from '../notifications/words';
import s from './channels.module.css';
import { Tested } from './Tested';

type Robot = RowOf<'/api/notification-robots'>;

/** The robots of the house's groups. */
export function Robots() {
  const { t } = useTranslation(['platform', 'shared']);
  const [editing, setEditing] = useState<Robot | 'new' | null>(null);
  const { data } = server.useQuery('get', '/api/notification-robots', { params: { query: { size: 200 } } });
  const remove = server.useMutation('delete', '/api/notification-robots/{id}');
  const test = server.useMutation('post', '/api/notification-robots/{id}/test');
  const tested = test.variables?.params.path.id;
  const ask = async (robot: Robot) => {
    if (await confirmed({ title: t('robots.removeAsk', { name: robot.name }), yes: t('shared:remove'), danger: true }))
      remove.mutate({ params: { path: { id: robot.id } } });
  };
  return (
    <Panel
      title={t('robots.title')}
      extra={
        <Button onClick={() => setEditing('new')} size="small">
          {t('robots.add')}
        </Button>
      }
    >
      {data?.total === 0 && <EmptyState text={t('robots.empty')} />}
      <ul className={s.robots}>
        {data?.items.map((robot) => (
          <li key={robot.id}>
            <div className={s.robot}>
              <div>
                <b>{robot.name}</b>
                <small>
                  {t(`robots.kinds.${robot.kind}`)}
                  {robot.webhookHint && ` · ${robot.webhookHint}`}
                  {` · ${t('robots.gets', { count: robot.kinds.length })}`}
                </small>
              </div>
              <StatusTag tone={robot.isOn ? 'good' : 'neutral'}>
                {robot.isOn ? t('robots.on') : t('robots.off')}
              </StatusTag>
              <Button
                size="small"
                disabled={!robot.webhookHint}
                loading={test.isPending && tested === robot.id}
                onClick={() => test.mutate({ params: { path: { id: robot.id } } })}
              >
                {t('channels.test')}
              </Button>
              <RowMenu
                actions={() => [
                  { key: 'edit', label: t('robots.edit'), onClick: () => setEditing(robot) },
                  { key: 'remove', label: t('shared:remove'), danger: true, onClick: () => ask(robot) },
                ]}
              />
            </div>
            {test.data && tested === robot.id && <Tested result={test.data} sent={t('robots.tested')} />}
          </li>
        ))}
      </ul>
      {editing && <RobotForm robot={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </Panel>
  );
}

interface Values {
  name: string;
  kind: Robot['kind'];
  webhook?: string | null;
  secret?: string | null;
  language: string;
  isOn: boolean;
  kinds: string[];
  units: string[];
}

function RobotForm({ robot, onClose }: { robot: Robot | null; onClose: () => void }) {
  const { t } = useTranslation(['platform', 'shared']);
  const { data: settings } = server.useQuery('get', '/api/notification-settings');
  const units = useUnitChoices();
  const save = ({ webhook, secret, ...rest }: Values) => {
    const body = { ...rest, webhook: webhook || null, secret: rest.kind === 'WeCom' ? null : secret || null };
    return robot
      ? api.PUT('/api/notification-robots/{id}', {
          params: { path: { id: robot.id } },
          body,
          headers: ifMatch(robot.version),
        })
      : api.POST('/api/notification-robots', { body });
  };
  return (
    <FormDrawer<Values>
      name="robot"
      title={robot?.name ?? t('robots.add')}
      initial={
        robot
          ? { ...robot, webhook: '', secret: '' }
          : { kind: 'WeCom', language: 'zh', isOn: true, kinds: [], units: [] }
      }
      save={save}
      onSaved={() => toast.success(t('shared:form.saved'))}
      onClose={onClose}
      width={480}
    >
      <Form.Item name="isOn" label={t('robots.isOn')} valuePropName="checked" layout="horizontal" colon={false}>
        <Switch />
      </Form.Item>
      <Form.Item name="name" label={t('robots.name')} rules={[{ required: true }]}>
        <Input autoComplete="off" placeholder={t('robots.namePlaceholder')} />
      </Form.Item>
      <Form.Item name="kind" label={t('robots.kind')}>
        <Select options={robotKinds.map((value) => ({ value, label: t(`robots.kinds.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name="webhook"
        label={t('robots.webhook')}
        extra={robot?.webhookHint ? `${robot.webhookHint} · ${t('channels.kept')}` : t('robots.webhookHelp')}
      >
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item noStyle dependencies={['kind']}>
        {({ getFieldValue }) =>
          getFieldValue('kind') !== 'WeCom' && (
            <Form.Item
              name="secret"
              label={t('robots.secret')}
              extra={robot?.hasSecret ? t('channels.kept') : t('robots.secretHelp')}
            >
              <Input.Password autoComplete="new-password" />
            </Form.Item>
          )
        }
      </Form.Item>
      <Form.Item name="kinds" label={t('robots.which')} extra={t('robots.whichHelp')} rules={[{ required: true }]}>
        <Select
          mode="multiple"
          optionFilterProp="label"
          options={settings?.kinds.map(({ kind, name }) => ({ value: kind, label: name })) ?? []}
        />
      </Form.Item>
      <Form.Item name="units" label={t('robots.units')} extra={t('robots.unitsHelp')}>
        <Select mode="multiple" optionFilterProp="label" options={units} placeholder={t('robots.allUnits')} />
      </Form.Item>
      <Form.Item name="language" label={t('robots.language')}>
        <Select options={(['zh', 'en'] as const).map((value) => ({ value, label: t(`shared:language.${value}`) }))} />
      </Form.Item>
    </FormDrawer>
  );
}
