import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import type { Body, RowOf } from '@/shared/api/types';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { DateInput } from '@/shared/ui/inputs/DateInput';
import { toast } from '@/shared/ui/toast';

type Values = Body<'/api/territory-releases/{id}/decide'>;

/** Until a day, or not at all with a word why. */
export function DecideForm({ row, onClose }: { row: RowOf<'/api/territory-releases'>; onClose: () => void }) {
  const { t } = useTranslation('territories');
  const { company } = useSession();
  return (
    <FormDrawer<Values>
      name="decide"
      title={t('outside.decideOn', { name: row.personName, territory: row.territoryName })}
      width={440}
      initial={{ grant: true }}
      save={({ grant, last, comment }) =>
        api.POST('/api/territory-releases/{id}/decide', {
          params: { path: { id: row.id } },
          body: { grant, last: grant ? last || null : null, comment: comment || null },
        })
      }
      onSaved={() => toast.success(t('outside.decided'))}
      onClose={() => onClose()}
    >
      <p>{row.reason}</p>
      <Form.Item name="grant" label={t('outside.decide')}>
        <Radio.Group
          options={[
            { value: true, label: t('outside.states.Granted') },
            { value: false, label: t('outside.states.Refused') },
          ]}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['grant']}>
        {({ getFieldValue }) =>
          getFieldValue('grant') && (
            <Form.Item name="last" label={t('outside.until')} required>
              <DateInput min={company.today} />
            </Form.Item>
          )
        }
      </Form.Item>
      <Form.Item name="comment" label={t('outside.comment')}>
        <Input />
      </Form.Item>
    </FormDrawer>
  );
}
