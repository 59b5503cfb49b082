import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import s from './inputs.module.css';

export interface DecimalInputProps {
  id?: string;
  value?: string | null;
  onChange?: (value: string | null) => void;
  placeholder?: string;
  disabled?: boolean;
  label?: string;
}

interface Kind {
  /** What was typed ▸ what is sent; null when it is not understood. */
  parse: (typed: string) => string | null;
  /** What is sent ▸ what is shown while nobody types. */
  show: (value: string) => string;
  suffix?: ReactNode;
}

/**
 * A decimal in words of people, kept as the string the server takes. Text that is not understood stays where it is and is
 * passed on as typed: the server then names the fault beside the field, and nothing is lost or silently turned into zero.
 */
export function DecimalInput({
  id,
  value,
  onChange,
  placeholder,
  disabled,
  label,
  kind,
}: DecimalInputProps & { kind: Kind }) {
  const { t } = useTranslation('shared');
  const [typed, setTyped] = useState<string | null>(null);
  const notUnderstood = typed === null && !!value && kind.parse(kind.show(value)) === null;

  const take = (text: string) => {
    setTyped(text);
    onChange?.(text.trim() === '' ? null : (kind.parse(text) ?? text));
  };
  return (
    <>
      <Input
        id={id}
        aria-label={label}
        className={s.number}
        inputMode="decimal"
        autoComplete="off"
        placeholder={placeholder}
        disabled={disabled}
        suffix={kind.suffix}
        status={notUnderstood ? 'error' : undefined}
        value={typed ?? (value ? kind.show(value) : '')}
        onChange={(event) => take(event.target.value)}
        onBlur={() => setTyped(null)}
      />
      {notUnderstood && (
        <span className={s.hint} role="alert">
          {t('input.notUnderstood')}
        </span>
      )}
    </>
  );
}
