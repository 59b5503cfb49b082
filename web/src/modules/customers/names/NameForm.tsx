import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { ifMatch, server } from '@/shared/api/client';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { RemotePicker } from '@/shared/ui/inputs/RemotePicker';
import s from '../customers.module.css';
import { inputMode, type NameRow, type NameValues, nameFields } from './words';

interface EditNameProps {
  row: NameRow;
  reload: () => Promise<unknown>;
  onClose: () => void;
}

export function EditName({ row, reload, onClose }: EditNameProps) {
  const { t } = useTranslation('customers');
  const edit = server.useMutation('put', '/api/customer-names/{id}', { meta: { quiet: true } });
  const missing = row.missing.split(',');
  return (
    <FormDrawer<NameValues & { ownerId?: string }>
      name="listedName"
      title={t('edit', { name: row.name })}
      initial={{ ownerId: row.ownerId, ...Object.fromEntries(nameFields.map((f) => [f, row[f] ?? ''])) } as NameValues}
      save={(values) =>
        edit.mutateAsync({
          params: { path: { id: row.id } },
          body: { ...values, name: values.name ?? '', email: values.email || null },
          headers: ifMatch(row.version),
        })
      }
      reload={reload}
      onClose={onClose}
    >
      <Form.Item name="name" label={t('names.fields.name')} required>
        <Input autoComplete="off" />
      </Form.Item>
      <div className={s.pair}>
        {nameFields
          .filter((field) => field !== 'name' && field !== 'remark')
          .map((field) => (
            <Form.Item key={field} name={field} label={t(`names.fields.${field}`)} required={missing.includes(field)}>
              <Input inputMode={inputMode(field)} autoComplete="off" />
            </Form.Item>
          ))}
        <Form.Item name="ownerId" label={t('owner')}>
          <RemotePicker
            path="/api/people"
            query={{ active: 'true' }}
            current={{ id: row.ownerId, name: row.ownerName ?? '' }}
          />
        </Form.Item>
      </div>
      <Form.Item name="remark" label={t('remark')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </FormDrawer>
  );
}
