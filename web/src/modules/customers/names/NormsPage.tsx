import { DeleteOutlined } from '@ant-design/icons';
import { Button, Checkbox, Form, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, server } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import type { Reply } from '@/shared/api/types';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { IconButton } from '@/shared/ui/IconButton';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { DateInput } from '@/shared/ui/inputs/DateInput';
import { RemotePicker } from '@/shared/ui/inputs/RemotePicker';
import { useUnitChoices } from '@/shared/ui/inputs/useUnitChoices';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import { toast } from '@/shared/ui/toast';
import c from '../customers.module.css';
import s from './names.module.css';
import { type NameField, nameFields } from './words';

type Norms = Reply<'/api/name-norms'>;
type Policies = Reply<'/api/name-policies'>;

/** How many names and records a day asks for, and what of a name must be filled; from which day on. */
export default function NormsPage() {
  const { t } = useTranslation(['customers', 'shared']);
  const norms = server.useQuery('get', '/api/name-norms').data;
  const policies = server.useQuery('get', '/api/name-policies').data;
  const [form, setForm] = useState<'norm' | 'policy' | null>(null);
  const removeNorm = server.useMutation('delete', '/api/name-norms/{id}');
  const removePolicy = server.useMutation('delete', '/api/name-policies/{id}');
  const words = (fields: string[]) => fields.map((field) => t(`names.fields.${field as NameField}`)).join('、');
  const weekly = (norm: Norms['usual']) => {
    const parts = [
      [t('names.title'), norm.weekNamesFrom],
      [t('records.title'), norm.weekRecordsFrom],
      [t('days.follows'), norm.weekFollowsFrom],
    ].flatMap(([what, from]) => (from ? [`${what} ${from}`] : []));
    return parts.length ? ` · ${t('norms.weekly', { parts: parts.join(' · ') })}` : '';
  };
  const asked = (norm: Norms['usual']) =>
    `${t('names.title')} ${norm.namesFrom}–${norm.namesTo} · ${t('records.title')} ${norm.recordsFrom}–${norm.recordsTo}${norm.followsFrom ? ` · ${t('days.follows')} ${norm.followsFrom}` : ''}${norm.wholeOnly ? ` · ${t('norms.wholeOnlyShort')}` : ''}${weekly(norm)}`;
  return (
    <>
      <PageHead title={t('norms.title')} />
      <Panel
        title={t('norms.daily')}
        note={t('norms.dailyNote')}
        extra={
          <Button type="primary" onClick={() => setForm('norm')}>
            {t('norms.add')}
          </Button>
        }
      >
        <ul className={s.rules}>
          {norms?.items.map((norm) => (
            <li key={norm.id}>
              <b>{[norm.unitName ?? t('norms.house'), norm.positionName].filter(Boolean).join(' · ')}</b>
              <span className="muted">{t('norms.from', { day: norm.first })}</span>
              <span>{norm.isOff ? t('norms.off') : asked(norm)}</span>
              {norm.can.includes('delete') && (
                <IconButton
                  label={t('shared:remove')}
                  icon={<DeleteOutlined />}
                  onClick={() => removeNorm.mutate({ params: { path: { id: norm.id } } })}
                />
              )}
            </li>
          ))}
          {norms && (
            <li>
              <b>{t('norms.usual')}</b>
              <span className="muted">{t('norms.usualNote')}</span>
              <span>{asked(norms.usual)}</span>
            </li>
          )}
        </ul>
      </Panel>
      <Panel
        title={t('names.required')}
        note={t('norms.requiredNote')}
        extra={<Button onClick={() => setForm('policy')}>{t('norms.addRequired')}</Button>}
      >
        <ul className={s.rules}>
          {policies?.items.map((policy) => (
            <li key={policy.id}>
              <b>{policy.campaignName ?? t('norms.house')}</b>
              <span className="muted">{t('norms.from', { day: policy.first })}</span>
              <span>{words(policy.required)}</span>
              {policy.can.includes('delete') && (
                <IconButton
                  label={t('shared:remove')}
                  icon={<DeleteOutlined />}
                  onClick={() => removePolicy.mutate({ params: { path: { id: policy.id } } })}
                />
              )}
            </li>
          ))}
          {policies && (
            <li>
              <b>{t('norms.usual')}</b>
              <span>{words(policies.usual)}</span>
            </li>
          )}
        </ul>
      </Panel>
      {form === 'norm' && norms && <NormForm usual={norms.usual} onClose={() => setForm(null)} />}
      {form === 'policy' && policies && <PolicyForm policies={policies} onClose={() => setForm(null)} />}
    </>
  );
}

const normFigures = [
  'namesFrom',
  'namesTo',
  'recordsFrom',
  'recordsTo',
  'followsFrom',
  'weekNamesFrom',
  'weekRecordsFrom',
  'weekFollowsFrom',
] as const;

interface NormValues {
  unitId?: string | null;
  positionId?: string | null;
  first: string;
  isOff: boolean;
  namesFrom: number;
  namesTo: number;
  recordsFrom: number;
  recordsTo: number;
  followsFrom: number;
  weekNamesFrom: number;
  weekRecordsFrom: number;
  weekFollowsFrom: number;
  wholeOnly: boolean;
}

function NormForm({ usual, onClose }: { usual: Norms['usual']; onClose: () => void }) {
  const { t } = useTranslation(['customers', 'shared']);
  const { company } = useSession();
  const units = useUnitChoices();
  const positions = (server.useQuery('get', '/api/positions').data?.items ?? []).map((one) => ({
    value: one.id,
    label: one.name,
  }));
  return (
    <FormDrawer<NormValues>
      name="nameNorm"
      title={t('norms.add')}
      initial={{ ...usual, first: company.today, isOff: false, unitId: null, positionId: null }}
      save={(values) => api.POST('/api/name-norms', { body: values })}
      onSaved={() => toast.success(t('shared:form.saved'))}
      onClose={onClose}
      width={460}
    >
      <Form.Item name="unitId" label={t('days.unit')} extra={t('norms.unitHint')}>
        <ChoiceInput options={units} placeholder={t('norms.house')} />
      </Form.Item>
      <Form.Item name="positionId" label={t('norms.position')}>
        <ChoiceInput options={positions} placeholder={t('norms.everyPosition')} />
      </Form.Item>
      <Form.Item name="first" label={t('norms.first')} required>
        <DateInput min={company.today} />
      </Form.Item>
      <Form.Item name="isOff" valuePropName="checked">
        <Checkbox>{t('norms.off')}</Checkbox>
      </Form.Item>
      <div className={c.pair}>
        {normFigures.map((name) => (
          <Form.Item key={name} name={name} label={t(`norms.${name}`)}>
            <InputNumber min={0} max={1000} precision={0} style={{ width: '100%' }} />
          </Form.Item>
        ))}
      </div>
      <Form.Item name="wholeOnly" valuePropName="checked">
        <Checkbox>{t('norms.wholeOnly')}</Checkbox>
      </Form.Item>
    </FormDrawer>
  );
}

interface PolicyValues {
  campaignId?: string | null;
  first: string;
  required: string[];
}

function PolicyForm({ policies, onClose }: { policies: Policies; onClose: () => void }) {
  const { t } = useTranslation(['customers', 'shared']);
  const { company } = useSession();
  const tomorrow = new Date(Date.parse(`${company.today}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  const holds =
    policies.items.find((policy) => !policy.campaignId && policy.first <= company.today)?.required ?? policies.usual;
  return (
    <FormDrawer<PolicyValues>
      name="namePolicy"
      title={t('norms.addRequired')}
      initial={{ campaignId: null, first: tomorrow, required: holds }}
      save={(values) => api.POST('/api/name-policies', { body: values })}
      onSaved={() => toast.success(t('shared:form.saved'))}
      onClose={onClose}
      width={460}
    >
      <Form.Item name="campaignId" label={t('names.campaign')} extra={t('norms.campaignHint')}>
        <RemotePicker path="/api/campaigns" query={{ open: 'true' }} placeholder={t('norms.house')} />
      </Form.Item>
      <Form.Item name="first" label={t('norms.first')} required>
        <DateInput min={tomorrow} />
      </Form.Item>
      <Form.Item name="required" label={t('names.required')}>
        <Select
          mode="multiple"
          options={nameFields.map((field) => ({ value: field, label: t(`names.fields.${field}`) }))}
        />
      </Form.Item>
    </FormDrawer>
  );
}
