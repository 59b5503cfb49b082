import { lazy, Suspense } from 'react';
import { useIsPhone } from '@/shared/ui/media';
import s from './inputs.module.css';

export interface Choice {
  value: string;
  label: string;
}

export interface ChoiceInputProps {
  id?: string;
  value?: string | null;
  onChange?: (value: string | null) => void;
  options: Choice[];
  /** Shown, and chosen again, as "none". */
  placeholder?: string;
  /** May be set back to none; null then. */
  clearable?: boolean;
  label?: string;
}

// A phone never downloads it.
const SearchableChoice = lazy(() => import('./SearchableChoice'));

/** One of a few. A phone gets its own wheel of choices, which no component of ours beats with a thumb. */
export function ChoiceInput({ id, value, onChange, options, placeholder, clearable = true, label }: ChoiceInputProps) {
  const isPhone = useIsPhone();
  if (isPhone)
    return (
      <select
        id={id}
        className={s.native}
        aria-label={label}
        value={value ?? ''}
        onChange={(event) => onChange?.(event.target.value || null)}
      >
        {(clearable || !value) && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    );
  return (
    <Suspense fallback={<input className={s.native} disabled aria-label={label} placeholder={placeholder} />}>
      <SearchableChoice {...{ id, value, onChange, options, placeholder, clearable, label }} />
    </Suspense>
  );
}
