import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { server } from '@/shared/api/client';
import type { Reply } from '@/shared/api/types';
import { useLanguage } from '@/shared/text/language';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { IconButton } from '@/shared/ui/IconButton';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { RemotePicker } from '@/shared/ui/inputs/RemotePicker';
import { Panel } from '@/shared/ui/Panel';
import s from './file.module.css';
import type { Customer } from './types';

type Node = NonNullable<Reply<'/api/customers/{id}/relations'>['group']>;

/** Which companies he belongs with, and the tree he stands in. */
export function RelationsPanel({ customer }: { customer: Customer }) {
  const { t } = useTranslation(['customers', 'shared']);
  const [adding, setAdding] = useState(false);
  const { data } = server.useQuery('get', '/api/customers/{id}/relations', {
    params: { path: { id: customer.id } },
  });
  const remove = server.useMutation('delete', '/api/customer-relations/{id}');
  return (
    <>
      <Panel
        title={t('relations.title')}
        extra={
          data?.can.includes('edit') && (
            <Button type="text" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
              {t('relations.add')}
            </Button>
          )
        }
      >
        {data?.items.length === 0 && <p className="muted">{t('relations.none')}</p>}
        <ul>
          {data?.items.map((row) => (
            <li key={row.id} className={s.relation}>
              <span className="muted">{row.what}</span>
              {row.customerId ? <Link to={`/customers/${row.customerId}`}>{row.name}</Link> : <b>{row.name}</b>}
              <span className="number muted">{row.number}</span>
              {row.note && <span className="muted">{row.note}</span>}
              {row.can.includes('delete') && (
                <IconButton
                  label={t('shared:remove')}
                  icon={<DeleteOutlined />}
                  onClick={() => remove.mutate({ params: { path: { id: row.id } } })}
                />
              )}
            </li>
          ))}
        </ul>
      </Panel>
      {data?.group && (
        <Panel title={t('relations.group')}>
          <ul className={s.tree}>
            <Branch node={data.group as Node} />
          </ul>
        </Panel>
      )}
      {adding && <RelationForm customer={customer.id} onClose={() => setAdding(false)} />}
    </>
  );
}

function Branch({ node }: { node: Node }) {
  return (
    <li>
      {node.isSelf ? (
        <b>{node.name}</b>
      ) : node.customerId ? (
        <Link to={`/customers/${node.customerId}?box=relations`}>{node.name}</Link>
      ) : (
        node.name
      )}
      {node.below.length > 0 && (
        <ul className={s.tree}>
          {node.below.map((one) => (
            <Branch key={`${one.customerId} ${one.name}`} node={one as Node} />
          ))}
        </ul>
      )}
    </li>
  );
}

interface Values {
  /** Kind and side in one: "<id> first" says that the other one is what the kind says first. */
  as: string;
  otherId: string | null;
  note?: string | null;
}

function RelationForm({ customer, onClose }: { customer: string; onClose: () => void }) {
  const { t } = useTranslation('customers');
  const english = useLanguage() === 'en';
  const { data } = server.useQuery('get', '/api/customer-relation-kinds');
  const add = server.useMutation('post', '/api/customers/{id}/relations', { meta: { quiet: true } });
  const options = (data?.items ?? [])
    .filter((kind) => !kind.isClosed)
    .flatMap((kind) => {
      const [name, reverse] = english ? [kind.nameEn, kind.reverseEn] : [kind.name, kind.reverse];
      const first = { value: `${kind.id} first`, label: name };
      return kind.name === kind.reverse ? [first] : [first, { value: `${kind.id} second`, label: reverse }];
    });
  return (
    <FormDrawer<Values>
      name="relation"
      title={t('relations.add')}
      save={({ as, otherId, note }) => {
        const [kindId = '', side] = (as ?? '').split(' ');
        return add.mutateAsync({
          params: { path: { id: customer } },
          body: { kindId, otherId: otherId ?? '', otherFirst: side === 'first', note: note ?? null },
        });
      }}
      onClose={onClose}
      width={440}
    >
      <Form.Item name="otherId" label={t('relations.other')} required>
        <RemotePicker path="/api/customers" />
      </Form.Item>
      <Form.Item name="as" label={t('relations.as')} required>
        <ChoiceInput clearable={false} options={options} />
      </Form.Item>
      <Form.Item name="note" label={t('relations.note')}>
        <Input />
      </Form.Item>
    </FormDrawer>
  );
}
