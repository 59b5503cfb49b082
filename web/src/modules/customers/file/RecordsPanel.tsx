import { DeleteOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ifMatch, server } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import type { Body, RowOf } from '@/shared/api/types';
import { confirmed } from '@/shared/ui/confirm';
import { Day, Instant, Percent } from '@/shared/ui/figures/Texts';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { IconButton } from '@/shared/ui/IconButton';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { DateInput } from '@/shared/ui/inputs/DateInput';
import { RateInput } from '@/shared/ui/inputs/RateInput';
import { Panel } from '@/shared/ui/Panel';
import { toast } from '@/shared/ui/toast';
import c from '../customers.module.css';
import s from './file.module.css';
import type { Customer } from './types';

type Row = RowOf<'/api/customer-records'>;
type Values = Body<'/api/customers/{id}/records'>;

export const interests = ['None', 'Low', 'Medium', 'High'] as const;
const shown = 5;

/** What he told, and what is made of it. */
export function RecordsPanel({ customer }: { customer: Customer }) {
  const { t } = useTranslation(['customers', 'shared']);
  const [editing, setEditing] = useState<Row | 'new' | null>(null);
  const { person } = useSession();
  const { data, refetch } = server.useQuery('get', '/api/customer-records', {
    params: { query: { customer: customer.id, size: shown, sort: '-at' } },
  });
  const remove = server.useMutation('delete', '/api/customer-records/{id}');
  const onRemove = async (row: Row) => {
    if (!(await confirmed({ title: t('records.removeAsk'), yes: t('shared:remove'), danger: true }))) return;
    await remove.mutateAsync({ params: { path: { id: row.id } } });
  };
  return (
    <Panel
      title={t('records.title')}
      note={
        !!data?.total && (
          <Link to={`/customer-records?customer=${customer.id}`}>{t('records.all', { count: data.total })}</Link>
        )
      }
      extra={
        person &&
        customer.can?.includes('edit') && (
          <Button type="text" icon={<PlusOutlined />} onClick={() => setEditing('new')}>
            {t('records.add')}
          </Button>
        )
      }
    >
      {data?.total === 0 && <p className="muted">{t('records.none')}</p>}
      <ul className={s.entries}>
        {data?.items.map((row) => (
          <li key={row.id}>
            <div className={s.entryHead}>
              <b>{row.authorName}</b>
              <span className="muted">
                <Instant value={row.at} /> {row.contactName}
              </span>
              {row.canEdit && (
                <span>
                  <IconButton label={t('records.change')} icon={<EditOutlined />} onClick={() => setEditing(row)} />
                  <IconButton
                    label={t('shared:remove')}
                    icon={<DeleteOutlined />}
                    onClick={() => onRemove(row).catch(() => undefined)}
                  />
                </span>
              )}
            </div>
            <p className={s.lines}>{row.text}</p>
            <Analysis row={row} />
          </li>
        ))}
      </ul>
      {editing && (
        <RecordForm
          customer={customer.id}
          row={editing === 'new' ? null : editing}
          reload={refetch}
          onClose={() => setEditing(null)}
        />
      )}
    </Panel>
  );
}

/** Only what was said of it. */
function Analysis({ row }: { row: Row }) {
  const { t } = useTranslation('customers');
  return (
    <div className={s.marks}>
      {row.interest && (
        <span>
          {t('records.interest')}：{t(`records.interests.${row.interest}`)}
        </span>
      )}
      {row.successRate && (
        <span>
          {t('records.successRate')}：<Percent value={row.successRate} digits={0} />
        </span>
      )}
      {row.evasion && (
        <span>
          {t('records.evasion')}：{row.evasion}
        </span>
      )}
      {row.confirmedOn && (
        <span>
          {t('records.confirmedOn')}：<Day value={row.confirmedOn} />
        </span>
      )}
      {row.paymentTime && (
        <span>
          {t('records.paymentTime')}：{row.paymentTime}
        </span>
      )}
    </div>
  );
}

interface FormProps {
  customer: string;
  row: Row | null;
  reload: () => Promise<unknown>;
  onClose: () => void;
}

function RecordForm({ customer, row, reload, onClose }: FormProps) {
  const { t } = useTranslation('customers');
  const contacts = server.useQuery('get', '/api/customers/{id}/contacts', { params: { path: { id: customer } } });
  const add = server.useMutation('post', '/api/customers/{id}/records', { meta: { quiet: true } });
  const edit = server.useMutation('put', '/api/customer-records/{id}', { meta: { quiet: true } });
  const body = (values: Values): Values => ({
    contactId: values.contactId ?? null,
    text: values.text ?? '',
    evasion: values.evasion ?? null,
    interest: values.interest ?? null,
    successRate: values.successRate || null,
    confirmedOn: values.confirmedOn || null,
    paymentTime: values.paymentTime ?? null,
  });
  return (
    <FormDrawer<Values>
      name="customerRecord"
      title={t(row ? 'records.change' : 'records.add')}
      initial={row ?? {}}
      save={(values) =>
        row
          ? edit.mutateAsync({
              params: { path: { id: row.id } },
              body: body(values),
              headers: ifMatch(row.version),
            })
          : add.mutateAsync({ params: { path: { id: customer } }, body: body(values) })
      }
      onSaved={() => toast.success(t('records.saved'))}
      reload={reload}
      onClose={onClose}
    >
      <Form.Item name="text" label={t('records.text')} required>
        <Input.TextArea autoFocus autoSize={{ minRows: 3, maxRows: 10 }} />
      </Form.Item>
      <div className={c.pair}>
        {!!contacts.data?.items.length && (
          <Form.Item name="contactId" label={t('records.contact')}>
            <ChoiceInput options={contacts.data.items.map(({ id, name }) => ({ value: id, label: name }))} />
          </Form.Item>
        )}
        <Form.Item name="interest" label={t('records.interest')}>
          <ChoiceInput options={interests.map((one) => ({ value: one, label: t(`records.interests.${one}`) }))} />
        </Form.Item>
        <Form.Item name="successRate" label={t('records.successRate')}>
          <RateInput />
        </Form.Item>
        <Form.Item name="confirmedOn" label={t('records.confirmedOn')}>
          <DateInput />
        </Form.Item>
        <Form.Item name="paymentTime" label={t('records.paymentTime')}>
          <Input />
        </Form.Item>
      </div>
      <Form.Item name="evasion" label={t('records.evasion')}>
        <Input />
      </Form.Item>
    </FormDrawer>
  );
}
