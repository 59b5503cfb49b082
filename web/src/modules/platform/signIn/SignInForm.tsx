import { KeyOutlined } from '@ant-design/icons';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '@/shared/api/problem';
import { problemText } from '@/shared/ui/toast';
import { passkeysWork } from '../passkey';
import { Field } from './Field';
import s from './SignInPage.module.css';
import type { SignIn } from './useSignIn';

/** Plain HTML: the first page of all must not download a form library, and password managers know it best. */
export function SignInForm({ signIn }: { signIn: SignIn }) {
  const { t } = useTranslation('platform');
  const { busy, problem, wantsCode } = signIn;
  // Faults of the last try; typing anything takes them away.
  const [empty, setEmpty] = useState<string[]>([]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const values = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>;
    const missing = Object.keys(values).filter((name) => values[name]?.trim() === '');
    setEmpty(missing);
    const { login = '', password = '', code } = values;
    if (missing.length === 0)
      void signIn.withPassword({
        login: login.trim(),
        password,
        ...(code ? { code: code.replace(/\s/g, '') } : {}),
      });
  };
  const fault = (name: string, text: string) => (empty.includes(name) ? text : undefined);
  // The first step stays while hidden: the second one sends its values again.
  return (
    <form noValidate onSubmit={submit} onInput={() => setEmpty([])} className={s.form}>
      <div hidden={wantsCode} className={s.step}>
        <Field
          name="login"
          label={t('signIn.login')}
          fault={fault('login', t('signIn.loginNeeded'))}
          autoComplete="username webauthn"
          autoCapitalize="none"
          spellCheck={false}
        />
        <Field
          name="password"
          type="password"
          label={t('signIn.password')}
          fault={fault('password', t('signIn.passwordNeeded'))}
          autoComplete="current-password"
        />
      </div>
      {wantsCode && (
        <Field
          name="code"
          label={t('signIn.code')}
          help={t('signIn.codeHelp')}
          fault={fault('code', t('signIn.codeNeeded'))}
          autoComplete="one-time-code"
          autoFocus
        />
      )}
      {problem != null && (
        <p role="alert" className={s.problem}>
          {problem instanceof ApiProblem ? problemText(problem) : t('signIn.passkeyFailed')}
        </p>
      )}
      <button type="submit" className={s.primary} aria-busy={busy} disabled={busy}>
        {t('signIn.submit')}
      </button>
      {wantsCode && (
        <button type="button" className={s.secondary} onClick={signIn.startOver}>
          {t('signIn.startOver')}
        </button>
      )}
      {!wantsCode && passkeysWork() && (
        <button type="button" className={s.secondary} onClick={signIn.withPasskey} disabled={busy}>
          <KeyOutlined /> {t('signIn.passkey')}
        </button>
      )}
    </form>
  );
}
