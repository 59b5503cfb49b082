import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '@/shared/api/client';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { RemotePicker } from '@/shared/ui/inputs/RemotePicker';
import { toast } from '@/shared/ui/toast';
import type { Approval } from './words';

export type Act = 'refuse' | 'return' | 'add' | 'handOn' | 'comment';

interface Values {
  comment?: string;
  text?: string;
  step?: string | null;
  personId?: string;
  where?: 'Before' | 'After' | 'Beside';
}

interface ActFormProps {
  act: Act;
  approval: Approval;
  forPersonId?: string;
  comment: string;
  onDone: () => void;
  onClose: () => void;
}

/** Whatever an approver does beside approving: with its reason, and whom or where it concerns. */
export function ActForm({ act, approval, forPersonId, comment, onDone, onClose }: ActFormProps) {
  const { t } = useTranslation(['approvals', 'shared']);
  const path = { id: approval.id };
  const said = (values: Values) => ({ round: approval.round, forPersonId, comment: values.comment || undefined });
  const save = async (values: Values) => {
    switch (act) {
      case 'refuse':
        return api.POST('/api/approvals/{id}/refuse', { params: { path }, body: said(values) });
      case 'return':
        return api.POST('/api/approvals/{id}/return', {
          params: { path },
          body: { ...said(values), step: values.step ? Number(values.step) : undefined },
        });
      case 'add':
        return api.POST('/api/approvals/{id}/add', {
          params: { path },
          body: { ...said(values), personId: values.personId ?? '', where: values.where ?? 'Before' },
        });
      case 'handOn':
        return api.POST('/api/approvals/{id}/hand-on', {
          params: { path },
          body: { ...said(values), personId: values.personId ?? '' },
        });
      default:
        return api.POST('/api/approvals/{id}/comment', { params: { path }, body: { text: values.text ?? '' } });
    }
  };
  const earlier = approval.steps.filter((step) => step.state === 'Done' && !step.undone);
  return (
    <FormDrawer<Values>
      name="act"
      title={t(`act.${act}`)}
      initial={{ comment, where: 'Before' }}
      save={save}
      saveText={t(`act.${act}`)}
      onSaved={() => {
        toast.success(t(`acted.${act}`));
        onDone();
      }}
      onClose={onClose}
      width={440}
    >
      {act === 'return' && (
        <Form.Item name="step" label={t('returnTo')}>
          <ChoiceInput
            placeholder={t('toApplicant', { name: approval.applicant.name })}
            options={earlier.map((step) => ({
              value: String(step.key),
              label: `${step.name} · ${step.turns.map((turn) => turn.person.name).join(', ')}`,
            }))}
          />
        </Form.Item>
      )}
      {(act === 'add' || act === 'handOn') && (
        <Form.Item name="personId" label={t('whom')} required rules={[{ required: true, message: t('chooseWhom') }]}>
          <RemotePicker path="/api/colleagues" />
        </Form.Item>
      )}
      {act === 'add' && (
        <Form.Item name="where" label={t('when')}>
          <ChoiceInput
            clearable={false}
            options={(['Before', 'Beside', 'After'] as const).map((value) => ({ value, label: t(`where.${value}`) }))}
          />
        </Form.Item>
      )}
      {act === 'comment' ? (
        <Form.Item name="text" label={t('comment')} required>
          <Input.TextArea rows={4} maxLength={1000} autoFocus />
        </Form.Item>
      ) : (
        <Form.Item
          name="comment"
          label={act === 'refuse' || act === 'return' ? t('reason') : t('comment')}
          required={act === 'refuse' || act === 'return'}
        >
          <Input.TextArea rows={3} maxLength={1000} />
        </Form.Item>
      )}
    </FormDrawer>
  );
}
