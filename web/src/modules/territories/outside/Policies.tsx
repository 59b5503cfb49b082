import { DeleteOutlined } from '@ant-design/icons';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, server } from '@/shared/api/client';
import { useCan, useSession } from '@/shared/api/session';
import type { Body } from '@/shared/api/types';
import { Day } from '@/shared/ui/figures/Texts';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { IconButton } from '@/shared/ui/IconButton';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { DateInput } from '@/shared/ui/inputs/DateInput';
import { useUnitChoices } from '@/shared/ui/inputs/useUnitChoices';
import { Panel } from '@/shared/ui/Panel';
import { StatusTag } from '@/shared/ui/StatusTag';
import s from '../territories.module.css';
import { askedActs, outsideRules, ruleTones } from '../words';

/** What holds outside of one's territory, by act, unit and position, from day to day. */
export function Policies() {
  const { t } = useTranslation(['territories', 'shared']);
  const mayEdit = useCan('territories.policy-edit');
  const [adding, setAdding] = useState(false);
  const { data } = server.useQuery('get', '/api/territory-policies');
  const remove = server.useMutation('delete', '/api/territory-policies/{id}');
  return (
    <Panel
      title={t('outside.policies')}
      note={t('outside.policiesNote')}
      extra={mayEdit && <Button onClick={() => setAdding(true)}>{t('outside.addPolicy')}</Button>}
    >
      <ul className={s.list}>
        {data?.items.map((row) => (
          <li key={row.id}>
            <span>
              {t(`acts.${row.act}`)}
              {!askedActs.includes(row.act) && <span className="muted">{t('outside.awaits')}</span>} ·{' '}
              {[row.unitName, row.positionName].filter(Boolean).join(' · ') || t('outside.house')}
            </span>
            <small>
              {t('divisions.from')} <Day value={row.first} />
            </small>
            <StatusTag tone={ruleTones[row.rule]}>{t(`outside.rules.${row.rule}`)}</StatusTag>
            {row.can.includes('delete') && mayEdit && (
              <IconButton
                label={t('shared:remove')}
                icon={<DeleteOutlined />}
                onClick={() => remove.mutate({ params: { path: { id: row.id } } })}
              />
            )}
          </li>
        ))}
      </ul>
      {adding && <PolicyForm onClose={() => setAdding(false)} />}
    </Panel>
  );
}

type Values = Body<'/api/territory-policies'>;

function PolicyForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('territories');
  const { company } = useSession();
  const units = useUnitChoices();
  const { data: positions } = server.useQuery('get', '/api/positions');
  return (
    <FormDrawer<Values>
      name="policy"
      title={t('outside.addPolicy')}
      width={440}
      initial={{ act: 'Customer', rule: 'Flag', first: company.today }}
      save={(values) =>
        api.POST('/api/territory-policies', {
          body: { ...values, unitId: values.unitId || null, positionId: values.positionId || null },
        })
      }
      onClose={() => onClose()}
    >
      <Form.Item name="act" label={t('outside.act')} extra={t('outside.actNote')} required>
        <ChoiceInput clearable={false} options={askedActs.map((act) => ({ value: act, label: t(`acts.${act}`) }))} />
      </Form.Item>
      <Form.Item name="rule" label={t('outside.rule')} required>
        <ChoiceInput
          clearable={false}
          options={outsideRules.map((rule) => ({ value: rule, label: t(`outside.rules.${rule}`) }))}
        />
      </Form.Item>
      <Form.Item name="first" label={t('first')} required>
        <DateInput min={company.today} />
      </Form.Item>
      <Form.Item name="unitId" label={t('outside.unit')}>
        <ChoiceInput placeholder={t('outside.house')} options={units} />
      </Form.Item>
      <Form.Item name="positionId" label={t('outside.position')}>
        <ChoiceInput options={(positions?.items ?? []).map((one) => ({ value: one.id, label: one.name }))} />
      </Form.Item>
    </FormDrawer>
  );
}
