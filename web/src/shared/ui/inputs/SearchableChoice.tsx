import { Select } from 'antd';
import type { ChoiceInputProps } from './ChoiceInput';

/** One of a few, or of many, on a desktop. */
export default function SearchableChoice(props: ChoiceInputProps) {
  const { id, value, onChange, options, placeholder, clearable, label } = props;
  return (
    <Select
      id={id}
      aria-label={label}
      value={value ?? undefined}
      options={options}
      allowClear={clearable}
      placeholder={placeholder}
      showSearch={options.length > 8 ? { optionFilterProp: 'label' } : false}
      onChange={(next: string | undefined) => onChange?.(next ?? null)}
    />
  );
}
