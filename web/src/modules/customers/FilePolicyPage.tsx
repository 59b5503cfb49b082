import { DeleteOutlined } from '@ant-design/icons';
import { Button, Checkbox, Form, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ifMatch, server } from '@/shared/api/client';
import type { Reply } from '@/shared/api/types';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { IconButton } from '@/shared/ui/IconButton';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import { toast } from '@/shared/ui/toast';
import s from './customers.module.css';
import file from './file/file.module.css';
import { monthsAhead } from './reviews/months';
import { type CustomerState, customerStates } from './state';

type Policies = Reply<'/api/customer-file-policies'>;
type Policy = Policies['usual'];

/** How much each field counts, and who needs a review card: from month to month, what held stays known. */
export default function FilePolicyPage() {
  const { t } = useTranslation(['customers', 'shared']);
  const [editing, setEditing] = useState(false);
  const { data, error, refetch } = server.useQuery('get', '/api/customer-file-policies');
  const remove = server.useMutation('delete', '/api/customer-file-policies/{first}');
  const holds = data && (data.items.find((policy) => policy.first <= data.now) ?? data.usual);
  return (
    <>
      <PageHead
        title={t('filePolicy.title')}
        actions={
          <Button type="primary" onClick={() => setEditing(true)}>
            {t('filePolicy.change')}
          </Button>
        }
      />
      {error && <LoadFailed error={error} retry={refetch} />}
      {data && (
        <div className={s.policy}>
          {[...data.items, data.usual].map((policy) => (
            <Panel
              key={policy.first}
              title={policy === data.usual ? t('filePolicy.usual') : t('filePolicy.from', { month: policy.first })}
              note={policy === holds ? t('filePolicy.holds') : undefined}
              extra={
                policy.can.includes('delete') && (
                  <IconButton
                    label={t('shared:remove')}
                    icon={<DeleteOutlined />}
                    onClick={() => remove.mutate({ params: { path: { first: policy.first } } })}
                  />
                )
              }
            >
              <p>
                {t('filePolicy.reviewed', {
                  states:
                    policy.reviewStates.map((state) => t(`states.${state}`)).join('、') || t('filePolicy.noState'),
                })}
                {policy.reviewOwnedOnly && t('filePolicy.ownedOnlyShort')}
              </p>
              <ul className={file.missing}>
                {data.fields
                  .filter(({ field }) => (policy.weights[field] ?? 0) > 0)
                  .map(({ field, name }) => (
                    <li key={field}>
                      {name} <small className="muted">{policy.weights[field]}</small>
                    </li>
                  ))}
              </ul>
            </Panel>
          ))}
        </div>
      )}
      {editing && data && holds && (
        <PolicyForm data={data} holds={holds} reload={refetch} onClose={() => setEditing(false)} />
      )}
    </>
  );
}

interface FormProps {
  data: Policies;
  holds: Policy;
  reload: () => Promise<unknown>;
  onClose: () => void;
}

interface Values {
  first: string;
  states: Record<CustomerState, boolean>;
  reviewOwnedOnly: boolean;
  weights: Record<string, number | null>;
}

function PolicyForm({ data, holds, reload, onClose }: FormProps) {
  const { t } = useTranslation('customers');
  const save = server.useMutation('put', '/api/customer-file-policies/{first}', { meta: { quiet: true } });
  const months = monthsAhead(data.now, 3);
  return (
    <FormDrawer<Values>
      name="filePolicy"
      title={t('filePolicy.change')}
      initial={{
        first: data.now,
        states: Object.fromEntries(
          customerStates.map((state) => [state, holds.reviewStates.includes(state)]),
        ) as Values['states'],
        reviewOwnedOnly: holds.reviewOwnedOnly,
        weights: Object.fromEntries(data.fields.map(({ field }) => [field, holds.weights[field] ?? 0])),
      }}
      save={({ first, states, reviewOwnedOnly, weights }) =>
        save.mutateAsync({
          params: { path: { first } },
          body: {
            weights: Object.fromEntries(Object.entries(weights).map(([field, weight]) => [field, weight ?? 0])),
            reviewStates: customerStates.filter((state) => states[state]),
            reviewOwnedOnly,
          },
          headers: ifMatch(data.items.find((policy) => policy.first === first)?.version ?? 0),
        })
      }
      onSaved={() => toast.success(t('filePolicy.saved'))}
      reload={reload}
      onClose={onClose}
    >
      <Form.Item name="first" label={t('filePolicy.first')} required>
        <ChoiceInput clearable={false} options={months.map((one) => ({ value: one, label: one }))} />
      </Form.Item>
      <fieldset className={s.kind}>
        <legend>{t('filePolicy.states')}</legend>
        {customerStates.map((state) => (
          <Form.Item key={state} name={['states', state]} valuePropName="checked" noStyle>
            <Checkbox>{t(`states.${state}`)}</Checkbox>
          </Form.Item>
        ))}
        <Form.Item name="reviewOwnedOnly" valuePropName="checked">
          <Checkbox>{t('filePolicy.ownedOnly')}</Checkbox>
        </Form.Item>
      </fieldset>
      <fieldset className={s.kind}>
        <legend>{t('filePolicy.weights')}</legend>
        <div className={s.pair}>
          {data.fields.map(({ field, name }) => (
            <Form.Item key={field} name={['weights', field]} label={name}>
              <InputNumber min={0} max={100} precision={0} style={{ width: 120 }} />
            </Form.Item>
          ))}
        </div>
      </fieldset>
    </FormDrawer>
  );
}
