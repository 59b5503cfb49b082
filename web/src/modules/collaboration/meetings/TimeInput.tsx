import s from '../collaboration.module.css';

interface TimeInputProps {
  id?: string;
  /** "17:00" */
  value?: string | null;
  onChange?: (value: string) => void;
}

/** A time of day; every browser and phone has its own, which fits its screen. */
export function TimeInput({ id, value, onChange }: TimeInputProps) {
  return (
    <input
      id={id}
      type="time"
      className={s.time}
      value={value ?? ''}
      onChange={(event) => onChange?.(event.target.value)}
    />
  );
}
