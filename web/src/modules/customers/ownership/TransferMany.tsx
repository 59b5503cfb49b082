import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/shared/api/client';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { RemotePicker } from '@/shared/ui/inputs/RemotePicker';
import { toast } from '@/shared/ui/toast';

/** The chosen customers to one person, all or none. */
export function TransferMany({ ids, onDone }: { ids: string[]; onDone: () => void }) {
  const { t } = useTranslation('customers');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('own.do.transfer')}</Button>
      {isOpen && (
        <FormDrawer<{ toId?: string | null; reason?: string }>
          name="transferMany"
          title={t('own.transferMany', { count: ids.length })}
          save={({ toId, reason = '' }) =>
            api.POST('/api/customer-transfers', { body: { ids, toId: toId ?? '', reason } })
          }
          onSaved={() => {
            toast.success(t('own.did.transfer'));
            onDone();
          }}
          onClose={() => setOpen(false)}
          width={440}
        >
          <Form.Item name="toId" label={t('own.to')} required rules={[{ required: true, message: t('own.choose') }]}>
            <RemotePicker path="/api/colleagues" />
          </Form.Item>
          <Form.Item name="reason" label={t('own.reason')} required>
            <Input.TextArea rows={3} maxLength={500} />
          </Form.Item>
        </FormDrawer>
      )}
    </>
  );
}
