import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { DateInput } from '@/shared/ui/inputs/DateInput';
import { useUnitChoices } from '@/shared/ui/inputs/useUnitChoices';
import { toast } from '@/shared/ui/toast';

interface Values {
  title: string;
  text: string;
  fromUnitId: string | null;
  toUnitId: string | null;
  wantedBy: string | null;
}

/** What my unit needs of another, and by when. */
export function IssueForm({ onClose }: { onClose: (saved?: string) => void }) {
  const { t } = useTranslation('collaboration');
  const { person, company } = useSession();
  const units = useUnitChoices();
  const save = async (values: Values) => {
    const { data } = await api.POST('/api/issues', {
      body: {
        title: values.title || '',
        text: values.text || '',
        fromUnitId: values.fromUnitId ?? undefined,
        toUnitId: values.toUnitId ?? '',
        wantedBy: values.wantedBy ?? '',
      },
    });
    return data as { id: string } | undefined;
  };
  return (
    <FormDrawer<Values, { id?: string } | undefined>
      name="issue"
      title={t('issues.add')}
      initial={{ fromUnitId: person?.unitId ?? null }}
      save={save}
      saveText={t('issues.send')}
      onSaved={() => toast.success(t('issues.sent'))}
      onClose={onClose}
    >
      <Form.Item name="title" label={t('issues.subject')} required>
        <Input maxLength={120} autoFocus />
      </Form.Item>
      <Form.Item
        name="toUnitId"
        label={t('issues.to')}
        required
        rules={[{ required: true, message: t('issues.chooseUnit') }]}
      >
        <ChoiceInput clearable={false} options={units} placeholder={t('audience.pickUnits')} />
      </Form.Item>
      <Form.Item
        name="wantedBy"
        label={t('issues.wantedBy')}
        required
        rules={[{ required: true, message: t('chooseDay') }]}
      >
        <DateInput min={company.today} />
      </Form.Item>
      <Form.Item name="text" label={t('issues.text')} required>
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} maxLength={4000} />
      </Form.Item>
      <Form.Item name="fromUnitId" label={t('issues.from')}>
        <ChoiceInput clearable={false} options={units} />
      </Form.Item>
    </FormDrawer>
  );
}
