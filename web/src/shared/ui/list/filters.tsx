import { useTranslation } from 'react-i18next';
import { type Choice, ChoiceInput } from '../inputs/ChoiceInput';
import { DateInput } from '../inputs/DateInput';
import { type PickablePath, RemotePicker } from '../inputs/RemotePicker';
import s from './Toolbar.module.css';

/** A named filter of a list; its name is the query parameter. Days are two: `createdFrom` and `createdTo`, without a name `from` and `to`. */
export type Filter =
  | { kind: 'choice'; name: string; label: string; options: Choice[] }
  | { kind: 'record'; name: string; label: string; path: PickablePath }
  | { kind: 'days'; name: string; label: string };

export const filterNames = (filters: Filter[]): string[] =>
  filters.flatMap((f) => (f.kind === 'days' ? dayNames(f.name) : [f.name]));

const dayNames = (name: string): [string, string] => (name ? [`${name}From`, `${name}To`] : ['from', 'to']);

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
            const key = dayNames(name)[i] as string;
            return <DateInput key={key} label={text} placeholder={text} value={values[key]} onChange={put(key)} />;
          })}
        </div>
      );
  }
}
