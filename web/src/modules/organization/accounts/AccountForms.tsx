import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { ifMatch, server } from '@/shared/api/client';
import type { Body } from '@/shared/api/types';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { RemotePicker } from '@/shared/ui/inputs/RemotePicker';
import { toast } from '@/shared/ui/toast';
import type { Account } from './AccountsPage';
import { RolesInput, roleIds } from './roles';

type Adding = Body<'/api/accounts'>;

/** Easy to read out and to type, hard to guess: no letters that look like digits. */
function firstPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const random = crypto.getRandomValues(new Uint8Array(16));
  const text = Array.from(random, (byte) => letters[byte % letters.length]).join('');
  return text.replace(/(.{4})(?=.)/g, '$1-');
}

function PasswordField() {
  const { t } = useTranslation('organization');
  return (
    <Form.Item name="password" label={t('accounts.password')} extra={t('accounts.passwordHelp')} required>
      <Input autoComplete="off" spellCheck={false} />
    </Form.Item>
  );
}

export function AddAccount({ person, onClose }: { person: string | null; onClose: () => void }) {
  const { t } = useTranslation('organization');
  const add = server.useMutation('post', '/api/accounts', { meta: { quiet: true } });
  return (
    <FormDrawer<Adding>
      name="account"
      title={t('accounts.create')}
      width={480}
      initial={{ personId: person, roles: [], password: firstPassword() }}
      save={(values) =>
        add.mutateAsync({
          body: {
            ...values,
            login: values.login ?? '',
            password: values.password ?? '',
            personId: values.personId ?? null,
          },
        })
      }
      onClose={onClose}
    >
      <Form.Item name="personId" label={t('accounts.person')} extra={t('accounts.personHelp')}>
        <RemotePicker path="/api/people" query={{ active: 'true' }} />
      </Form.Item>
      <Form.Item name="login" label={t('accounts.login')} required>
        <Input autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name="roles" label={t('accounts.roles')}>
        <RolesInput />
      </Form.Item>
      <PasswordField />
    </FormDrawer>
  );
}

interface AccountFormProps {
  account: Account;
  onClose: () => void;
}

export function EditRoles({ account, reload, onClose }: AccountFormProps & { reload: () => Promise<unknown> }) {
  const { t } = useTranslation('organization');
  const edit = server.useMutation('put', '/api/accounts/{id}', { meta: { quiet: true } });
  return (
    <FormDrawer<{ roles: string[] }>
      name="accountRoles"
      title={t('accounts.rolesOf', { login: account.login })}
      width={480}
      initial={{ roles: roleIds(account) }}
      save={({ roles }) =>
        edit.mutateAsync({
          params: { path: { id: account.id } },
          headers: ifMatch(account.version ?? 0),
          body: { roles, isDisabled: account.isDisabled },
        })
      }
      reload={reload}
      onClose={onClose}
    >
      <Form.Item name="roles" label={t('accounts.roles')} extra={t('accounts.rolesHelp')}>
        <RolesInput />
      </Form.Item>
    </FormDrawer>
  );
}

export function ResetPassword({ account, onClose }: AccountFormProps) {
  const { t } = useTranslation('organization');
  const reset = server.useMutation('post', '/api/accounts/{id}/password', { meta: { quiet: true } });
  return (
    <FormDrawer<Body<'/api/accounts/{id}/password'>>
      name="accountPassword"
      title={t('accounts.resetOf', { login: account.login })}
      width={480}
      initial={{ password: firstPassword() }}
      save={({ password }) =>
        reset.mutateAsync({ params: { path: { id: account.id } }, body: { password: password ?? '' } })
      }
      onSaved={() => toast.success(t('accounts.wasReset'))}
      onClose={onClose}
    >
      <PasswordField />
    </FormDrawer>
  );
}
