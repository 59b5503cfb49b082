import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import s from './IconButton.module.css';

interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** Spoken, and shown as a tooltip. */
  label: string;
  icon: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

export function IconButton({ label, icon, className, ...rest }: IconButtonProps) {
  return (
    <button type="button" {...rest} className={`${s.button} ${className ?? ''}`} aria-label={label} title={label}>
      {icon}
    </button>
  );
}
