import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons';
import { type InputHTMLAttributes, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/shared/ui/IconButton';
import s from './Field.module.css';

interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  label: string;
  help?: string;
  fault?: string;
}

/** A labelled input of the sign-in page; a password can be looked at. */
export function Field({ label, help, fault, type, ...input }: FieldProps) {
  const { t } = useTranslation('platform');
  const id = useId();
  const [isShown, setShown] = useState(false);
  const isPassword = type === 'password';
  return (
    <div className={s.field}>
      <label htmlFor={id}>{label}</label>
      <div className={s.box}>
        <input
          {...input}
          id={id}
          type={isPassword && isShown ? 'text' : type}
          aria-invalid={fault !== undefined}
          aria-describedby={`${id}-note`}
        />
        {isPassword && (
          <IconButton
            label={isShown ? t('signIn.hidePassword') : t('signIn.showPassword')}
            icon={isShown ? <EyeOutlined /> : <EyeInvisibleOutlined />}
            onClick={() => setShown(!isShown)}
          />
        )}
      </div>
      <small id={`${id}-note`} data-fault={fault !== undefined}>
        {fault ?? help}
      </small>
    </div>
  );
}
