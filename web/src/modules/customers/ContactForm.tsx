import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { ifMatch, server } from '@/shared/api/client';
import type { Body } from '@/shared/api/types';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { IconButton } from '@/shared/ui/IconButton';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import type { Contact } from './Contacts';
import s from './customers.module.css';
import { decisionRoles } from './state';

type Values = Body<'/api/customers/{id}/contacts'>;

const kinds = ['Birthday', 'Wedding', 'Moving', 'Other'] as const;
const calendars = ['Solar', 'Lunar'] as const;

const toBody = (values: Values): Values => ({
  ...values,
  name: values.name ?? '',
  days: (values.days ?? []).map(({ kind, name, calendar, year, month, day, isLeap }) => ({
    kind,
    name: name || null,
    calendar,
    year: year ?? null,
    month: month ?? 0,
    day: day ?? 0,
    isLeap: calendar === 'Lunar' && !!isLeap,
  })),
});

interface ContactFormProps {
  customer: string;
  /** Null for a new one. */
  contact: Contact | null;
  reload: () => Promise<unknown>;
  onClose: () => void;
}

export function ContactForm({ customer, contact, reload, onClose }: ContactFormProps) {
  const { t } = useTranslation('customers');
  const add = server.useMutation('post', '/api/customers/{id}/contacts', { meta: { quiet: true } });
  const edit = server.useMutation('put', '/api/customer-contacts/{id}', { meta: { quiet: true } });
  const initial: Partial<Values> = contact
    ? {
        name: contact.name,
        department: contact.department,
        position: contact.position,
        role: contact.role,
        mobile: contact.mobile,
        phone: contact.phone,
        email: contact.email,
        hobbies: contact.hobbies,
        strengths: contact.strengths,
        remark: contact.remark,
        hasLeft: contact.hasLeft,
        days: contact.days,
      }
    : { hasLeft: false, days: [] };
  return (
    <FormDrawer<Values>
      name="contact"
      title={contact ? t('contacts.edit', { name: contact.name }) : t('contacts.create')}
      initial={initial}
      save={(values) =>
        contact
          ? edit.mutateAsync({
              params: { path: { id: contact.id } },
              body: toBody(values),
              headers: ifMatch(contact.version),
            })
          : add.mutateAsync({ params: { path: { id: customer } }, body: toBody(values) })
      }
      reload={reload}
      onClose={onClose}
    >
      <div className={s.pair}>
        <Form.Item name="name" label={t('contacts.name')} required>
          <Input autoFocus autoComplete="off" />
        </Form.Item>
        <Form.Item name="role" label={t('contacts.role')}>
          <ChoiceInput options={decisionRoles.map((role) => ({ value: role, label: t(`contacts.roles.${role}`) }))} />
        </Form.Item>
        <Form.Item name="department" label={t('contacts.department')}>
          <Input />
        </Form.Item>
        <Form.Item name="position" label={t('contacts.position')}>
          <Input />
        </Form.Item>
        <Form.Item name="mobile" label={t('contacts.mobile')}>
          <Input inputMode="tel" autoComplete="off" />
        </Form.Item>
        <Form.Item name="phone" label={t('contacts.phone')}>
          <Input inputMode="tel" autoComplete="off" />
        </Form.Item>
        <Form.Item name="email" label={t('contacts.email')}>
          <Input inputMode="email" autoComplete="off" />
        </Form.Item>
        <Form.Item name="hobbies" label={t('contacts.hobbies')}>
          <Input />
        </Form.Item>
        <Form.Item name="strengths" label={t('contacts.strengths')}>
          <Input />
        </Form.Item>
      </div>
      <Form.List name="days">
        {(fields, { add: more, remove }) => (
          <fieldset className={s.kind}>
            <legend>{t('contacts.days')}</legend>
            {fields.map((field) => (
              <DayFields key={field.key} index={field.name} remove={() => remove(field.name)} />
            ))}
            <Button icon={<PlusOutlined />} onClick={() => more({ kind: 'Birthday', calendar: 'Solar' })}>
              {t('contacts.addDay')}
            </Button>
          </fieldset>
        )}
      </Form.List>
      <Form.Item name="remark" label={t('remark')} style={{ marginTop: 20 }}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
      <Form.Item name="hasLeft" valuePropName="checked">
        <Checkbox>{t('contacts.hasLeft')}</Checkbox>
      </Form.Item>
    </FormDrawer>
  );
}

function DayFields({ index, remove }: { index: number; remove: () => void }) {
  const { t } = useTranslation(['customers', 'shared']);
  const form = Form.useFormInstance();
  const day = Form.useWatch(['days', index], form) as { kind?: string; calendar?: string } | undefined;
  const number = (name: string, min: number, max: number, width: number) => (
    <Form.Item name={[index, name]} label={t(`contacts.day.${name as 'year'}`)}>
      <InputNumber min={min} max={max} precision={0} controls={false} inputMode="numeric" style={{ width }} />
    </Form.Item>
  );
  return (
    <div className={s.day}>
      <Form.Item name={[index, 'kind']} label={t('contacts.day.kind')}>
        <ChoiceInput
          clearable={false}
          options={kinds.map((kind) => ({ value: kind, label: t(`contacts.kinds.${kind}`) }))}
        />
      </Form.Item>
      {day?.kind === 'Other' && (
        <Form.Item name={[index, 'name']} label={t('contacts.day.name')} required>
          <Input />
        </Form.Item>
      )}
      <Form.Item name={[index, 'calendar']} label={t('contacts.day.calendar')}>
        <ChoiceInput
          clearable={false}
          options={calendars.map((calendar) => ({ value: calendar, label: t(`contacts.calendars.${calendar}`) }))}
        />
      </Form.Item>
      {number('year', 1902, 2099, 76)}
      {number('month', 1, 12, 56)}
      {number('day', 1, 31, 56)}
      {day?.calendar === 'Lunar' && (
        <Form.Item name={[index, 'isLeap']} valuePropName="checked" label={t('contacts.day.leap')}>
          <Checkbox aria-label={t('contacts.day.leap')} />
        </Form.Item>
      )}
      <IconButton label={t('shared:remove')} icon={<DeleteOutlined />} onClick={remove} />
    </div>
  );
}
