import { lazy, Suspense } from 'react';
import { useIsPhone } from '@/shared/ui/media';
import s from './inputs.module.css';

export interface DateInputProps {
  id?: string;
  /** "2026-07-31" */
  value?: string | null;
  onChange?: (value: string | null) => void;
  min?: string;
  max?: string;
  disabled?: boolean;
  label?: string;
  placeholder?: string;
}

// The calendar is a quarter of a page's script: it comes with the first date field, never with the shell.
const Calendar = lazy(() => import('./Calendar'));

/** A business day. The phone has its own calendar, which fits the screen. */
export function DateInput(props: DateInputProps) {
  const { id, value, onChange, min, max, disabled, label, placeholder } = props;
  if (useIsPhone())
    return (
      <input
        id={id}
        type="date"
        className={s.native}
        aria-label={label}
        value={value ?? ''}
        min={min}
        max={max}
        disabled={disabled}
        onChange={(event) => onChange?.(event.target.value || null)}
      />
    );
  return (
    <Suspense
      fallback={
        <input className={s.native} disabled aria-label={label} value={value ?? ''} placeholder={placeholder} />
      }
    >
      <Calendar {...props} />
    </Suspense>
  );
}
