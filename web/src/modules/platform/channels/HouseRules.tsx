import { Checkbox, Form, Input, InputNumber, Select, Skeleton, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { ifMatch, server } from '@/shared/api/client';
import type { Reply } from '@/shared/api/types';
import { PageForm } from '@/shared/ui/form/PageForm';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { TimeInput } from '@/shared/ui/inputs/TimeInput';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { Panel } from '@/shared/ui/Panel';
import { toast } from '@/shared/ui/toast';
import { choices, digests } from '../notifications/words';
import s from './channels.module.css';

type View = Reply<'/api/notification-settings'>;

interface Values extends Omit<View, 'kinds' | 'version'> {
  kind: Record<string, { choice?: View['usualChoice'] | null; isUrgent?: boolean }>;
}

const field = (kind: string) => kind.replaceAll('.', '_');

/** What holds for everybody who chose nothing himself. */
export function HouseRules() {
  const { t } = useTranslation(['platform', 'shared']);
  const { data, isPending, error, refetch } = server.useQuery('get', '/api/notification-settings');
  return (
    <Panel title={t('houseRules.title')}>
      {isPending && <Skeleton active title={false} paragraph={{ rows: 12 }} />}
      {error && !data && <LoadFailed error={error} retry={refetch} />}
      {data && <RulesForm view={data} reload={refetch} />}
    </Panel>
  );
}

function RulesForm({ view, reload }: { view: View; reload: () => Promise<unknown> }) {
  const { t } = useTranslation(['platform', 'shared']);
  const edit = server.useMutation('put', '/api/notification-settings', { meta: { quiet: true } });
  const { kinds, version, ...rest } = view;
  return (
    <PageForm<Values>
      name="houseRules"
      initial={{
        ...rest,
        kind: Object.fromEntries(kinds.map((one) => [field(one.kind), { choice: one.choice, isUrgent: one.isUrgent }])),
      }}
      save={({ kind, ...values }) =>
        edit.mutateAsync({
          body: {
            ...values,
            address: values.address || null,
            quietFrom: values.quietFrom ?? null,
            quietTo: values.quietTo ?? null,
            kinds: kinds.map((one) => ({
              kind: one.kind,
              choice: kind[field(one.kind)]?.choice ?? null,
              isUrgent: kind[field(one.kind)]?.isUrgent ?? false,
            })),
          },
          headers: ifMatch(version),
        })
      }
      onSaved={() => toast.success(t('shared:form.saved'))}
      reload={reload}
    >
      <Form.Item name="address" label={t('houseRules.address')} extra={t('houseRules.addressHelp')}>
        <Input autoComplete="off" placeholder="https://sales.example.com" />
      </Form.Item>
      <Form.Item name="usualChoice" label={t('houseRules.usualChoice')}>
        <Select options={choices(t)} />
      </Form.Item>
      <h3 className={s.sub}>{t('houseRules.kinds')}</h3>
      {kinds.map(({ kind, name }) => (
        <div className={s.kind} key={kind}>
          <span>{name}</span>
          <Form.Item name={['kind', field(kind), 'choice']} noStyle>
            <ChoiceInput label={name} placeholder={t('houseRules.asUsual')} options={choices(t)} />
          </Form.Item>
          <Form.Item name={['kind', field(kind), 'isUrgent']} noStyle valuePropName="checked">
            <Checkbox aria-label={`${name}: ${t('wishes.urgent')}`}>{t('wishes.urgent')}</Checkbox>
          </Form.Item>
        </div>
      ))}
      <h3 className={s.sub}>{t('wishes.quiet')}</h3>
      <div className={s.pair}>
        <Form.Item name="quietFrom" label={t('wishes.quietFrom')}>
          <TimeInput />
        </Form.Item>
        <Form.Item name="quietTo" label={t('wishes.quietTo')}>
          <TimeInput />
        </Form.Item>
      </div>
      <Form.Item
        name="urgentPasses"
        label={t('houseRules.urgentPasses')}
        valuePropName="checked"
        layout="horizontal"
        colon={false}
      >
        <Switch />
      </Form.Item>
      <div className={s.pair}>
        <Form.Item name="digest" label={t('wishes.digest')}>
          <Select options={digests(t)} />
        </Form.Item>
        <Form.Item name="dailyAt" label={t('wishes.dailyAt')}>
          <TimeInput />
        </Form.Item>
      </div>
      <h3 className={s.sub}>{t('houseRules.retries')}</h3>
      <div className={s.pair}>
        {(
          [
            ['attempts', 20],
            ['firstWaitSeconds', 3600],
            ['longestWaitMinutes', 1440],
            ['keepDays', 3650],
          ] as const
        ).map(([name, max]) => (
          <Form.Item key={name} name={name} label={t(`houseRules.${name}`)} rules={[{ required: true }]}>
            <InputNumber min={1} max={max} precision={0} style={{ width: '100%' }} />
          </Form.Item>
        ))}
      </div>
    </PageForm>
  );
}
