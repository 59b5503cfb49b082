import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import type { Body } from '@/shared/api/types';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { DateInput } from '@/shared/ui/inputs/DateInput';

type Values = Body<'/api/documents/{id}/reviews'>;

interface ReviewFormProps {
  id: string;
  /** Somebody sees to the next one. */
  hasResponsible: boolean;
  onClose: () => void;
}

/** What leadership finds of the effect of a rule. */
export function ReviewForm({ id, hasResponsible, onClose }: ReviewFormProps) {
  const { t } = useTranslation('organization');
  const { today } = useSession().company;
  const add = server.useMutation('post', '/api/documents/{id}/reviews', { meta: { quiet: true } });
  return (
    <FormDrawer<Values>
      name="review"
      title={t('documents.review')}
      width={480}
      initial={{ heldOn: today, verdict: 'Keep' }}
      save={(body) => add.mutateAsync({ params: { path: { id } }, body })}
      onClose={() => onClose()}
    >
      <Form.Item name="heldOn" label={t('documents.heldOn')} rules={[{ required: true }]}>
        <DateInput max={today} />
      </Form.Item>
      <Form.Item name="verdict" label={t('documents.verdict')} rules={[{ required: true }]}>
        <Select
          options={(['Keep', 'Revise', 'Withdraw'] as const).map((value) => ({
            value,
            label: t(`documents.verdicts.${value}`),
          }))}
        />
      </Form.Item>
      {hasResponsible && (
        <Form.Item name="nextOn" label={t('documents.nextOn')} extra={t('documents.nextOnHelp')}>
          <DateInput min={today} />
        </Form.Item>
      )}
      <Form.Item name="finding" label={t('documents.finding')} rules={[{ required: true }]}>
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} />
      </Form.Item>
    </FormDrawer>
  );
}
