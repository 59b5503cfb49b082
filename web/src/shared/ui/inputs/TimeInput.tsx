import s from './inputs.module.css';

interface TimeInputProps {
  id?: string;
  /** "08:30" */
  value?: string | null;
  onChange?: (value: string | null) => void;
  label?: string;
  disabled?: boolean;
}

/** A time of the day. Every browser has its own field for it, with a clock on a phone. */
export function TimeInput({ id, value, onChange, label, disabled }: TimeInputProps) {
  return (
    <input
      id={id}
      type="time"
      className={s.native}
      aria-label={label}
      disabled={disabled}
      value={value?.slice(0, 5) ?? ''}
      onChange={(event) => onChange?.(event.target.value || null)}
    />
  );
}
