import { DeleteOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, server } from '@/shared/api/client';
import type { Body, Reply } from '@/shared/api/types';
import { confirmed } from '@/shared/ui/confirm';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { IconButton } from '@/shared/ui/IconButton';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { NumberInput } from '@/shared/ui/inputs/NumberInput';
import { RemotePicker } from '@/shared/ui/inputs/RemotePicker';
import { useUnitChoices } from '@/shared/ui/inputs/useUnitChoices';
import { Panel } from '@/shared/ui/Panel';
import { toast } from '@/shared/ui/toast';
import s from '../customers.module.css';

type Pool = Reply<'/api/customer-pools'>['items'][number];
type Request = Body<'/api/customer-pools'>;
interface Values extends Omit<Request, 'access' | 'order'> {
  order: string | null;
  access: { unitId: string | null; positionId: string | null; mayClaim: string }[];
}

/** The pools of the house, and whom each opens to. */
export function PoolsPanel() {
  const { t } = useTranslation(['customers', 'shared']);
  const [editing, setEditing] = useState<Pool | 'new' | null>(null);
  const { data } = server.useQuery('get', '/api/customer-pools');
  const remove = server.useMutation('delete', '/api/customer-pools/{id}');
  const onRemove = async (pool: Pool) => {
    if (!(await confirmed({ title: t('pool.removeAsk', { name: pool.name }), yes: t('shared:remove'), danger: true })))
      return;
    await remove.mutateAsync({ params: { path: { id: pool.id } } });
  };
  return (
    <Panel
      title={t('rules.box.pools')}
      note={t('pool.note')}
      extra={
        <Button icon={<PlusOutlined />} onClick={() => setEditing('new')}>
          {t('pool.add')}
        </Button>
      }
    >
      <ol className={s.spells}>
        {data?.items.map((pool) => (
          <li key={pool.id}>
            <span>{pool.name}</span>
            <span className="muted">
              {[pool.territoryName, pool.unitName].filter(Boolean).join(' · ') || t('rules.any')} ·{' '}
              {t('pool.customers', { count: pool.customers })}
            </span>
            <span className={s.tools}>
              <IconButton label={t('change')} icon={<EditOutlined />} onClick={() => setEditing(pool)} />
              <IconButton
                label={t('shared:remove')}
                icon={<DeleteOutlined />}
                onClick={() => onRemove(pool).catch(() => undefined)}
              />
            </span>
          </li>
        ))}
      </ol>
      {editing && <PoolForm pool={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </Panel>
  );
}

function PoolForm({ pool, onClose }: { pool: Pool | null; onClose: () => void }) {
  const { t } = useTranslation(['customers', 'shared']);
  const units = useUnitChoices();
  const positions = (server.useQuery('get', '/api/positions').data?.items ?? []).map((one) => ({
    value: one.id,
    label: one.name,
  }));
  const save = ({ access, order, ...rest }: Values): Promise<unknown> => {
    const body: Request = {
      ...rest,
      order: Number(order),
      access: access.map((door) => ({ ...door, mayClaim: door.mayClaim === 'claim' })),
    };
    return pool
      ? api.PUT('/api/customer-pools/{id}', { params: { path: { id: pool.id } }, body, headers: ifMatch(pool.version) })
      : api.POST('/api/customer-pools', { body });
  };
  return (
    <FormDrawer<Values>
      name="pool"
      title={pool ? pool.name : t('pool.add')}
      initial={{
        name: pool?.name ?? '',
        territoryId: pool?.territoryId ?? null,
        unitId: pool?.unitId ?? null,
        order: String(pool?.order ?? 0),
        access: (pool?.access ?? []).map((door) => ({
          unitId: door.unitId ?? null,
          positionId: door.positionId ?? null,
          mayClaim: door.mayClaim ? 'claim' : 'see',
        })),
      }}
      save={save}
      onSaved={() => toast.success(t('pool.saved'))}
      onClose={onClose}
    >
      <Form.Item name="name" label={t('pool.name')} required>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="territoryId" label={t('pool.territory')}>
        <RemotePicker
          path="/api/territories"
          current={pool?.territoryId ? { id: pool.territoryId, name: pool.territoryName ?? '' } : null}
        />
      </Form.Item>
      <Form.Item name="unitId" label={t('pool.unit')}>
        <ChoiceInput options={units} placeholder={t('rules.any')} />
      </Form.Item>
      <Form.Item name="order" label={t('pool.order')}>
        <NumberInput />
      </Form.Item>
      <h3>{t('pool.access')}</h3>
      <p className="muted">{t('pool.accessHint')}</p>
      <Form.List name="access">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className={s.line}>
                <Form.Item name={[name, 'unitId']} label={t('pool.ofUnit')}>
                  <ChoiceInput options={units} placeholder={t('rules.any')} />
                </Form.Item>
                <Form.Item name={[name, 'positionId']} label={t('rules.position')}>
                  <ChoiceInput options={positions} placeholder={t('rules.any')} />
                </Form.Item>
                <Form.Item name={[name, 'mayClaim']} label={t('pool.may')}>
                  <ChoiceInput
                    clearable={false}
                    options={[
                      { value: 'claim', label: t('pool.claim') },
                      { value: 'see', label: t('pool.see') },
                    ]}
                  />
                </Form.Item>
                <IconButton label={t('shared:remove')} icon={<DeleteOutlined />} onClick={() => remove(name)} />
              </div>
            ))}
            <Button
              icon={<PlusOutlined />}
              size="small"
              onClick={() => add({ unitId: null, positionId: null, mayClaim: 'claim' })}
            >
              {t('rules.addLine')}
            </Button>
          </>
        )}
      </Form.List>
    </FormDrawer>
  );
}
