import { Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '@/shared/api/client';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { DateInput } from '@/shared/ui/inputs/DateInput';
import { RemotePicker } from '@/shared/ui/inputs/RemotePicker';
import { toast } from '@/shared/ui/toast';
import s from '../collaboration.module.css';
import type { Meeting } from './words';

interface Values {
  text: string;
  ownerId?: string | null;
  dueOn?: string | null;
  needsResult?: boolean;
}

/** What was decided; with somebody to do it, it is his task. */
export function DecisionForm({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const { t } = useTranslation('collaboration');
  return (
    <FormDrawer<Values>
      name="decision"
      title={t('meetings.decide')}
      save={({ text, ownerId, dueOn, needsResult }) =>
        api.POST('/api/meetings/{id}/decisions', {
          params: { path: { id: meeting.id } },
          body: {
            text: text || '',
            ownerId: ownerId || undefined,
            dueOn: dueOn || undefined,
            needsResult: !!needsResult,
          },
        })
      }
      onSaved={(_, values) => toast.success(values.ownerId ? t('meetings.decidedTask') : t('saved'))}
      onClose={onClose}
      width={480}
    >
      <Form.Item name="text" label={t('meetings.decision')} required>
        <Input.TextArea rows={3} maxLength={1000} autoFocus />
      </Form.Item>
      <Form.Item name="ownerId" label={t('tasks.owner')}>
        <RemotePicker path="/api/colleagues" />
      </Form.Item>
      <p className={s.hint}>{t('meetings.ownerHint')}</p>
      <Form.Item name="dueOn" label={t('tasks.dueOn')}>
        <DateInput />
      </Form.Item>
      <Form.Item name="needsResult" valuePropName="checked">
        <Checkbox>{t('tasks.needsResult')}</Checkbox>
      </Form.Item>
    </FormDrawer>
  );
}
