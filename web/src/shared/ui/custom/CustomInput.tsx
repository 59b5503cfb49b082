import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/shared/api/session';
import { ChoiceInput } from '../inputs/ChoiceInput';
import { DateInput } from '../inputs/DateInput';
import { MoneyInput } from '../inputs/MoneyInput';
import { NumberInput } from '../inputs/NumberInput';
import type { CustomField } from './forms';

interface CustomInputProps {
  field: CustomField;
  id?: string;
  value?: unknown;
  onChange?: (value: unknown) => void;
}

/** The input of a field's kind; emptied, it sends null or nothing in it, which takes the value away. */
export function CustomInput({ field, id, value, onChange }: CustomInputProps) {
  const { t } = useTranslation('shared');
  const { company } = useSession();
  const text = typeof value === 'string' ? value : null;
  switch (field.kind) {
    case 'Text':
      return (
        <Input
          id={id}
          autoComplete="off"
          maxLength={field.maxLength ?? 200}
          value={text ?? ''}
          onChange={(event) => onChange?.(event.target.value)}
        />
      );
    case 'LongText':
      return (
        <Input.TextArea
          id={id}
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={field.maxLength ?? 4000}
          value={text ?? ''}
          onChange={(event) => onChange?.(event.target.value)}
        />
      );
    case 'Number':
      return <NumberInput id={id} value={text} onChange={onChange} />;
    case 'Money':
      return <MoneyInput id={id} value={text} onChange={onChange} unit={company.currency} />;
    case 'Date':
      return <DateInput id={id} value={text} onChange={onChange} />;
    case 'YesNo':
      return (
        <ChoiceInput
          id={id}
          value={typeof value === 'boolean' ? String(value) : null}
          onChange={(choice) => onChange?.(choice === null ? null : choice === 'true')}
          options={[
            { value: 'true', label: t('custom.yes') },
            { value: 'false', label: t('custom.no') },
          ]}
        />
      );
    case 'Choice':
      return <ChoiceInput id={id} value={text} onChange={onChange} options={optionsOf(field, [text])} />;
    case 'Choices': {
      const chosen = Array.isArray(value) ? (value as string[]) : [];
      return (
        <Select
          id={id}
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          style={{ width: '100%' }}
          value={chosen}
          onChange={onChange}
          options={optionsOf(field, chosen)}
        />
      );
    }
  }
}

/** What can be chosen: all that is in use, and of what is not, what the record has. */
const optionsOf = ({ options }: CustomField, chosen: (string | null)[]) =>
  options
    .filter(({ code, isRetired }) => !isRetired || chosen.includes(code))
    .map(({ code, name }) => ({ value: code, label: name }));
