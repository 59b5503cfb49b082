import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { ifMatch, server } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import type { Body, Reply } from '@/shared/api/types';
import { CustomFields } from '@/shared/ui/custom/CustomFields';
import { useNeeded } from '@/shared/ui/custom/forms';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { RemotePicker } from '@/shared/ui/inputs/RemotePicker';
import s from './customers.module.css';
import { Duplicates } from './Duplicates';
import { customerStates } from './state';

type Customer = Reply<'/api/customers/{id}'>;
type Values = Body<'/api/customers'>;
export type NewCustomer = Values;

/** A field that was never touched is undefined; the name is then missed by the server, beside its field. */
const named = (values: Values): Values => ({ ...values, name: values.name ?? '' });

const picked = (id?: string | null, name?: string | null) => (id && name ? { id, name } : null);

interface FieldsProps {
  /** The customer that is being edited. */
  self?: string;
  owner?: ReturnType<typeof picked>;
  territory?: ReturnType<typeof picked>;
  isNew?: boolean;
  /** The listed name that becomes this customer. */
  nameId?: string;
}

function Fields({ self, owner, territory, isNew, nameId }: FieldsProps) {
  const { t } = useTranslation('customers');
  const needed = useNeeded('customer');
  return (
    <>
      <Form.Item name="name" label={t('name')} required>
        <Input autoFocus={isNew} autoComplete="off" />
      </Form.Item>
      <Duplicates except={self} nameId={nameId} />
      <div className={s.pair}>
        <Form.Item name="state" label={t('state')} required>
          <ChoiceInput
            clearable={false}
            options={customerStates.map((state) => ({ value: state, label: t(`states.${state}`) }))}
          />
        </Form.Item>
        {/* Whose he is afterwards is said by a transfer. */}
        {isNew && (
          <Form.Item name="ownerId" label={t('owner')} required={needed('ownerId')}>
            <RemotePicker path="/api/people" query={{ active: 'true' }} current={owner ?? null} />
          </Form.Item>
        )}
        <Form.Item name="territoryId" label={t('territory')} required={needed('territoryId')}>
          <RemotePicker path="/api/territories" current={territory ?? null} />
        </Form.Item>
        <Form.Item name="industry" label={t('industry')} required={needed('industry')}>
          <Input />
        </Form.Item>
        <Form.Item name="contactName" label={t('contact')} required={needed('contactName')}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="phone" label={t('phone')} required={needed('phone')}>
          <Input inputMode="tel" autoComplete="off" />
        </Form.Item>
        <Form.Item name="city" label={t('city')} required={needed('city')}>
          <Input />
        </Form.Item>
        <Form.Item name="creditCode" label={t('creditCode')} required={needed('creditCode')}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="website" label={t('website')} required={needed('website')}>
          <Input inputMode="url" autoComplete="off" />
        </Form.Item>
        {isNew && (
          <Form.Item name="number" label={t('number')}>
            <Input placeholder={t('numberHint')} />
          </Form.Item>
        )}
      </div>
      <Form.Item name="address" label={t('address')} required={needed('address')}>
        <Input autoComplete="off" />
      </Form.Item>
      <CustomFields subject="customer" />
      <Form.Item name="remark" label={t('remark')} required={needed('remark')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
    </>
  );
}

interface AddCustomerProps {
  /** What is known of him already: of the name he was. */
  from?: NewCustomer;
  owner?: ReturnType<typeof picked>;
  onClose: (saved?: string) => void;
}

export function AddCustomer({ from, owner, onClose }: AddCustomerProps) {
  const { t } = useTranslation('customers');
  const { person } = useSession();
  const add = server.useMutation('post', '/api/customers', { meta: { quiet: true } });
  return (
    <FormDrawer<Values>
      name="customer"
      title={t('create')}
      initial={from ?? { state: 'Prospect', ownerId: person?.id ?? null }}
      save={(values) => add.mutateAsync({ body: named({ nameId: from?.nameId, ...values }) })}
      onClose={onClose}
    >
      <Fields isNew nameId={from?.nameId ?? undefined} owner={owner ?? picked(person?.id, person?.name)} />
    </FormDrawer>
  );
}

interface EditCustomerProps {
  customer: Customer;
  reload: () => Promise<unknown>;
  onClose: () => void;
}

export function EditCustomer({ customer, reload, onClose }: EditCustomerProps) {
  const { t } = useTranslation('customers');
  const edit = server.useMutation('put', '/api/customers/{id}', { meta: { quiet: true } });
  return (
    <FormDrawer<Values>
      name="customer"
      title={t('edit', { name: customer.name })}
      initial={customer}
      save={(values) =>
        edit.mutateAsync({
          params: { path: { id: customer.id } },
          body: { ...named(values), ownerId: customer.ownerId },
          headers: ifMatch(customer.version),
        })
      }
      reload={reload}
      onClose={onClose}
    >
      <Fields self={customer.id} territory={picked(customer.territoryId, customer.territoryName)} />
    </FormDrawer>
  );
}
