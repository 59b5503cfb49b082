import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '@/shared/api/client';
import type { Body } from '@/shared/api/types';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { RemotePicker } from '@/shared/ui/inputs/RemotePicker';
import { toast } from '@/shared/ui/toast';
import { askedActs } from '../words';

type Values = Body<'/api/territory-releases'>;

/** What a refusal already knows of the work that wants a release. */
export interface WantedRelease {
  territory: { id: string; name: string };
  act: Values['act'];
  subject: string;
}

/** Asks the superior for leave to work in a territory that is not one's own. */
export function AskReleaseForm({ wanted, onClose }: { wanted?: WantedRelease; onClose: () => void }) {
  const { t } = useTranslation('territories');
  return (
    <FormDrawer<Values>
      name="release"
      title={t('outside.ask')}
      width={440}
      initial={
        wanted ? { territoryId: wanted.territory.id, act: wanted.act, subject: wanted.subject } : { act: 'Customer' }
      }
      save={(values) =>
        api.POST('/api/territory-releases', {
          body: { ...values, reason: values.reason ?? '', subject: values.subject || null },
        })
      }
      onSaved={() => toast.success(t('outside.asked'))}
      onClose={() => onClose()}
      saveText={t('outside.send')}
    >
      <Form.Item name="territoryId" label={t('name')} required rules={[{ required: true }]}>
        <RemotePicker path="/api/territories" current={wanted?.territory ?? null} />
      </Form.Item>
      <Form.Item name="act" label={t('outside.act')} required>
        <ChoiceInput clearable={false} options={askedActs.map((act) => ({ value: act, label: t(`acts.${act}`) }))} />
      </Form.Item>
      <Form.Item name="subject" label={t('outside.subject')}>
        <Input />
      </Form.Item>
      <Form.Item name="reason" label={t('outside.reason')} required>
        <Input.TextArea rows={3} />
      </Form.Item>
    </FormDrawer>
  );
}
