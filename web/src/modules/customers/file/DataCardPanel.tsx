import { Button, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ifMatch, server } from '@/shared/api/client';
import type { Body, Reply } from '@/shared/api/types';
import { Facts } from '@/shared/ui/Facts';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { Panel } from '@/shared/ui/Panel';
import { toast } from '@/shared/ui/toast';
import c from '../customers.module.css';
import s from './file.module.css';
import type { Customer } from './types';

type Card = Reply<'/api/customers/{id}/data-card'>;
type Values = Body<'/api/customers/{id}/data-card', 'put'>;

const long = ['previousSales', 'strength'] as const;

/** What he is, beyond what the list shows. */
export function DataCardPanel({ customer }: { customer: Customer }) {
  const { t } = useTranslation('customers');
  const [editing, setEditing] = useState(false);
  const { data, refetch } = server.useQuery('get', '/api/customers/{id}/data-card', {
    params: { path: { id: customer.id } },
  });
  return (
    <Panel
      title={t('cards.data')}
      extra={
        data?.can.includes('edit') && (
          <Button type="text" onClick={() => setEditing(true)}>
            {t('change')}
          </Button>
        )
      }
    >
      {data && (
        <Facts
          items={[
            { label: t('cards.legalRepresentative'), value: data.legalRepresentative },
            { label: t('cards.fax'), value: data.fax },
            { label: t('cards.email'), value: data.email && <a href={`mailto:${data.email}`}>{data.email}</a> },
            { label: t('cards.employees'), value: data.employees },
            { label: t('cards.source'), value: data.source },
            { label: t('cards.business'), value: data.business, wide: true },
            ...long.map((field) => ({
              label: t(`cards.${field}`),
              value: data[field] && <span className={s.lines}>{data[field]}</span>,
              wide: true,
            })),
          ]}
        />
      )}
      {editing && data && (
        <DataCardForm customer={customer.id} card={data} reload={refetch} onClose={() => setEditing(false)} />
      )}
    </Panel>
  );
}

interface FormProps {
  customer: string;
  card: Card;
  reload: () => Promise<unknown>;
  onClose: () => void;
}

function DataCardForm({ customer, card, reload, onClose }: FormProps) {
  const { t } = useTranslation('customers');
  const edit = server.useMutation('put', '/api/customers/{id}/data-card', { meta: { quiet: true } });
  return (
    <FormDrawer<Values>
      name="dataCard"
      title={t('cards.data')}
      initial={card}
      save={(values) =>
        edit.mutateAsync({ params: { path: { id: customer } }, body: values, headers: ifMatch(card.version) })
      }
      onSaved={() => toast.success(t('cards.saved'))}
      reload={reload}
      onClose={onClose}
    >
      <div className={c.pair}>
        <Form.Item name="legalRepresentative" label={t('cards.legalRepresentative')}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="fax" label={t('cards.fax')}>
          <Input inputMode="tel" autoComplete="off" />
        </Form.Item>
        <Form.Item name="email" label={t('cards.email')}>
          <Input inputMode="email" autoComplete="off" />
        </Form.Item>
        <Form.Item name="employees" label={t('cards.employees')}>
          <InputNumber min={0} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="source" label={t('cards.source')}>
          <Input placeholder={t('cards.sourceHint')} />
        </Form.Item>
      </div>
      <Form.Item name="business" label={t('cards.business')}>
        <Input />
      </Form.Item>
      {long.map((field) => (
        <Form.Item key={field} name={field} label={t(`cards.${field}`)}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
        </Form.Item>
      ))}
    </FormDrawer>
  );
}
