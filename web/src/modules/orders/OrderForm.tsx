import { Form, Input, Segmented } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api, ifMatch, server } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import type { Body, RowOf } from '@/shared/api/types';
import { CustomFields } from '@/shared/ui/custom/CustomFields';
import { useNeeded } from '@/shared/ui/custom/forms';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { DateInput } from '@/shared/ui/inputs/DateInput';
import { RemotePicker } from '@/shared/ui/inputs/RemotePicker';
import { toast } from '@/shared/ui/toast';
import { CustomerCredit } from './CustomerCredit';
import { LinesEditor } from './LinesEditor';
import type { Order } from './OrderDrawer';
import s from './OrderForm.module.css';

type Values = Body<'/api/orders/{id}', 'put'>;

/** What a 201 brings; the API document does not tell it. */
interface Saved {
  id: string;
  version: number;
}

interface OrderFormProps {
  /** "new" or the draft that is changed. */
  id: string;
  /** With the id of the order that was saved. */
  onClose: (saved?: string) => void;
}

export function OrderForm({ id, onClose }: OrderFormProps) {
  const isNew = id === 'new';
  const { data, refetch } = server.useQuery(
    'get',
    '/api/orders/{id}',
    { params: { path: { id } } },
    { enabled: !isNew },
  );
  if (!isNew && !data) return null;
  return <Editor order={data} reload={refetch} onClose={onClose} />;
}

interface EditorProps extends Omit<OrderFormProps, 'id'> {
  order: Order | undefined;
  reload: () => Promise<unknown>;
}

function Editor({ order, reload, onClose }: EditorProps) {
  const { t } = useTranslation(['orders', 'shared']);
  const { company, person } = useSession();
  const [search] = useSearchParams();
  const [confirms, setConfirms] = useState(false);
  // Saving a draft and confirming it are two requests: when the second fails, the first has moved the version.
  const version = useRef(order?.version ?? 0);

  const initial: Partial<Values> = order ?? {
    customerId: search.get('customer') ?? undefined,
    salespersonId: search.get('salesperson') ?? person?.id ?? null,
    orderedOn: company.today,
    lines: [{} as Values['lines'][number]],
  };
  const save = async (values: Values): Promise<{ id: string }> => {
    const body: Values = {
      customerId: values.customerId,
      salespersonId: values.salespersonId ?? null,
      territoryId: values.territoryId ?? null,
      orderedOn: values.orderedOn,
      remark: values.remark ?? null,
      custom: values.custom,
      lines: values.lines.map(({ productId, quantity, price, discount }) => ({
        productId,
        quantity,
        price,
        discount: discount || '0',
      })),
    };
    if (!order) {
      const { data } = await api.POST('/api/orders', { body: { ...body, confirm: confirms } });
      return data as unknown as Saved;
    }
    const path = { id: order.id };
    const { data } = await api.PUT('/api/orders/{id}', { params: { path }, body, headers: ifMatch(version.current) });
    version.current = data?.version ?? version.current;
    if (confirms) await api.POST('/api/orders/{id}/confirm', { params: { path }, headers: ifMatch(version.current) });
    return { id: order.id };
  };
  const reloaded = async () => {
    const reply = (await reload()) as { data?: Order };
    version.current = reply.data?.version ?? version.current;
  };
  return (
    <FormDrawer<Values>
      name="order"
      title={order ? t('editTitle', { number: order.number }) : t('add')}
      initial={initial}
      save={save}
      onSaved={() => toast.success(confirms ? t('confirmed') : t('draftSaved'))}
      onClose={onClose}
      reload={order && reloaded}
      saveText={confirms ? t('saveConfirmed') : t('saveDraft')}
      width={880}
    >
      <HeadFields order={order} />
      <LinesEditor order={order} />
      <CustomFields subject="order" />
      <RemarkField />
      <Form.Item label={t('saveAs')} extra={confirms ? t('saveConfirmedHelp') : t('saveDraftHelp')}>
        <Segmented
          aria-label={t('saveAs')}
          value={confirms}
          onChange={setConfirms}
          options={[
            { value: false, label: t('state.Draft') },
            { value: true, label: t('state.Confirmed') },
          ]}
        />
      </Form.Item>
    </FormDrawer>
  );
}

const named = (at: string | null | undefined, name: string | null | undefined) =>
  at && name ? { id: at, name } : null;

function HeadFields({ order }: { order: Order | undefined }) {
  const { t } = useTranslation('orders');
  const { person } = useSession();
  const needed = useNeeded('order');
  const customer = Form.useWatch<string | null>('customerId');
  return (
    <div className={s.grid}>
      <Form.Item
        name="customerId"
        label={t('customer')}
        required
        className={s.wide}
        extra={<CustomerCredit customer={customer} />}
      >
        <CustomerPicker current={named(order?.customerId, order?.customerName)} />
      </Form.Item>
      <Form.Item name="orderedOn" label={t('orderedOn')} required>
        <DateInput />
      </Form.Item>
      <Form.Item name="salespersonId" label={t('salesperson')} required={needed('salespersonId')}>
        <RemotePicker
          path="/api/people"
          query={{ active: 'true' }}
          current={named(order?.salespersonId, order?.salespersonName) ?? (person && named(person.id, person.name))}
        />
      </Form.Item>
      <Form.Item name="territoryId" label={t('territory')} className={s.wide}>
        <RemotePicker
          path="/api/territories"
          current={named(order?.territoryId, order?.territoryName)}
          placeholder={t('territoryOfCustomer')}
        />
      </Form.Item>
    </div>
  );
}

function RemarkField() {
  const { t } = useTranslation('orders');
  const needed = useNeeded('order');
  return (
    <Form.Item name="remark" label={t('remark')} required={needed('remark')}>
      <Input.TextArea rows={2} maxLength={1000} />
    </Form.Item>
  );
}

interface CustomerPickerProps {
  id?: string;
  value?: string | null;
  onChange?: (value: string | null) => void;
  current: { id: string; name: string } | null;
}

/** Choosing a customer also proposes who sells to him. */
function CustomerPicker({ current, onChange, ...rest }: CustomerPickerProps) {
  const form = Form.useFormInstance<Values>();
  return (
    <RemotePicker
      {...rest}
      path="/api/customers"
      current={current}
      onChange={(value, row) => {
        onChange?.(value);
        const owner = (row as RowOf<'/api/customers'> | null)?.ownerId;
        if (owner) form.setFieldValue('salespersonId', owner);
      }}
    />
  );
}
