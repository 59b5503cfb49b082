import { Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseNumber } from '@/shared/format/decimal';
import { type Choice, ChoiceInput } from '../inputs/ChoiceInput';
import { DateInput } from '../inputs/DateInput';
import { type PickablePath, RemotePicker } from '../inputs/RemotePicker';
import s from './Toolbar.module.css';

/**
 * A named filter of a list; its name is the query parameter. Days and ranges are two: `createdFrom` and `createdTo`, without a name
 * `from` and `to`, of a field of the house's own `custom.budget.from` and `.to`. Many is any of them, with commas between.
 */
export type Filter =
  | { kind: 'choice'; name: string; label: string; options: Choice[] }
  | { kind: 'record'; name: string; label: string; path: PickablePath }
  | { kind: 'days'; name: string; label: string }
  | { kind: 'many'; name: string; label: string; options: Choice[] }
  | { kind: 'range'; name: string; label: string }
  | { kind: 'text'; name: string; label: string };

export const filterNames = (filters: Filter[]): string[] =>
  filters.flatMap((f) => (f.kind === 'days' || f.kind === 'range' ? endNames(f.name) : [f.name]));

const endNames = (name: string): [string, string] => {
  if (name.startsWith('custom.')) return [`${name}.from`, `${name}.to`];
  return name ? [`${name}From`, `${name}To`] : ['from', 'to'];
};

interface FilterInputProps {
  filter: Filter;
  values: Record<string, string>;
  onChange: (change: Record<string, string>) => void;
}

export function FilterInput({ filter, values, onChange }: FilterInputProps) {
  const { t } = useTranslation('shared');
  const { name, label } = filter;
  const put = (key: string) => (value: string | null) => onChange({ [key]: value ?? '' });
  switch (filter.kind) {
    case 'choice':
      return (
        <ChoiceInput
          label={label}
          placeholder={label}
          options={filter.options}
          value={values[name]}
          onChange={put(name)}
        />
      );
    case 'record':
      return (
        <RemotePicker label={label} placeholder={label} path={filter.path} value={values[name]} onChange={put(name)} />
      );
    case 'days':
      return (
        <div className={s.days}>
          {(['From', 'To'] as const).map((end, i) => {
            const text = t(`list.days${end}`, { label });
            const key = endNames(name)[i] as string;
            return <DateInput key={key} label={text} placeholder={text} value={values[key]} onChange={put(key)} />;
          })}
        </div>
      );
    case 'many':
      return (
        <Select
          mode="multiple"
          aria-label={label}
          placeholder={label}
          maxTagCount="responsive"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          style={{ width: '100%' }}
          value={values[name]?.split(',') ?? []}
          options={filter.options}
          onChange={(chosen: string[]) => onChange({ [name]: chosen.join(',') })}
        />
      );
    case 'range':
      return (
        <div className={s.days}>
          {(['From', 'To'] as const).map((end, i) => {
            const key = endNames(name)[i] as string;
            return (
              <Typed
                key={key}
                label={t(`list.range${end}`, { label })}
                value={values[key]}
                onType={put(key)}
                isNumber
              />
            );
          })}
        </div>
      );
    case 'text':
      return <Typed label={label} value={values[name]} onType={put(name)} />;
  }
}

interface TypedProps {
  label: string;
  value: string | undefined;
  onType: (value: string) => void;
  isNumber?: boolean;
}

/** Asks when the typing ends, with Enter or on leaving: half a number is another one. */
function Typed({ label, value, onType, isNumber }: TypedProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const ask = () => {
    if (typed === null) return;
    onType(isNumber ? (parseNumber(typed) ?? '') : typed.trim());
    setTyped(null);
  };
  return (
    <Input
      aria-label={label}
      placeholder={label}
      allowClear
      inputMode={isNumber ? 'decimal' : 'text'}
      value={typed ?? value ?? ''}
      onChange={({ target }) => {
        setTyped(target.value || null);
        if (target.value === '') onType('');
      }}
      onPressEnter={ask}
      onBlur={ask}
    />
  );
}
