import { Form, Segmented, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { DateInput } from '@/shared/ui/inputs/DateInput';
import type { Asked, Rule } from './fields';

/** Only what the chosen need asks for: a condition that was given up is not sent. */
export const ruleBody = (rule: Rule | null | undefined): Rule => ({
  need: rule?.need ?? 'Never',
  when: rule?.need === 'When' ? (rule.when ?? null) : null,
  values: rule?.need === 'When' ? (rule.values ?? []) : [],
  from: rule?.need === 'Never' ? null : (rule?.from ?? null),
  ofOld: rule?.ofOld ?? false,
});

/** When a field must be filled, in a form whose values have it under `required`. */
export function RuleFields({ asked }: { asked: Asked[] }) {
  const { t } = useTranslation('platform');
  const form = Form.useFormInstance();
  const rule = Form.useWatch<Rule | undefined>('required', form);
  const when = asked.find(({ field }) => field === rule?.when);
  return (
    <>
      <Form.Item name={['required', 'need']} label={t('fields.required')}>
        <Segmented
          aria-label={t('fields.required')}
          options={(['Never', 'Always', 'When'] as const).map((value) => ({
            value,
            label: t(`fields.needs.${value}`),
          }))}
        />
      </Form.Item>
      {rule?.need === 'When' && (
        <>
          <Form.Item name={['required', 'when']} label={t('fields.whenField')} required>
            <ChoiceInput clearable={false} options={asked.map(({ field, name }) => ({ value: field, label: name }))} />
          </Form.Item>
          <Form.Item name={['required', 'values']} label={t('fields.whenValues')} required>
            <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={when?.values ?? []} />
          </Form.Item>
        </>
      )}
      {rule && rule.need !== 'Never' && (
        <>
          <Form.Item name={['required', 'from']} label={t('fields.from')} extra={t('fields.fromHelp')}>
            <DateInput />
          </Form.Item>
          {rule.from && (
            <Form.Item
              name={['required', 'ofOld']}
              label={t('fields.ofOld')}
              valuePropName="checked"
              layout="horizontal"
              colon={false}
            >
              <Switch />
            </Form.Item>
          )}
        </>
      )}
    </>
  );
}
