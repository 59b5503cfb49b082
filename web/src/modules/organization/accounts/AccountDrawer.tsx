import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ifMatch, server } from '@/shared/api/client';
import { useCan, useSession } from '@/shared/api/session';
import { confirmed } from '@/shared/ui/confirm';
import { EmptyState } from '@/shared/ui/EmptyState';
import { Facts } from '@/shared/ui/Facts';
import { Instant } from '@/shared/ui/figures/Texts';
import { RecordDrawer } from '@/shared/ui/form/RecordDrawer';
import { toast } from '@/shared/ui/toast';
import { EditRoles, ResetPassword } from './AccountForms';
import s from './accounts.module.css';
import { AccountState, roleIds, useRoleNames } from './roles';

/** Found by its login: the server reads accounts as a list only. */
export function AccountDrawer({ login, onClose }: { login: string; onClose: () => void }) {
  const { t } = useTranslation('organization');
  const { account: own } = useSession();
  const [open, setOpen] = useState<'roles' | 'password' | null>(null);
  const { namesOf } = useRoleNames();
  const mayEdit = useCan('platform.accounts-edit');
  const seesPeople = useCan('organization.people-read');
  const { data, isPending, error, refetch } = server.useQuery('get', '/api/accounts', {
    params: { query: { q: login, size: 200 } },
  });
  const edit = server.useMutation('put', '/api/accounts/{id}');
  const end = server.useMutation('post', '/api/accounts/{id}/end-sessions');
  const account = data?.items.find((one) => one.login === login);
  const isOwn = account?.id === own.id;

  const onDisable = async () => {
    if (!account) return;
    const isDisabled = !account.isDisabled;
    const question = {
      title: t('accounts.disableAsk', { login }),
      text: t('accounts.disableText'),
      yes: t('accounts.disable'),
    };
    if (isDisabled && !(await confirmed({ ...question, danger: true }))) return;
    edit.mutate(
      {
        params: { path: { id: account.id } },
        headers: ifMatch(account.version ?? 0),
        body: { roles: roleIds(account), isDisabled },
      },
      { onError: () => refetch() },
    );
  };
  const onEnd = async () => {
    if (!account) return;
    const question = { title: t('accounts.endAsk', { login }), text: t('accounts.endText'), yes: t('accounts.end') };
    if (!(await confirmed(question))) return;
    end.mutate({ params: { path: { id: account.id } } }, { onSuccess: () => toast.success(t('accounts.ended')) });
  };
  return (
    <RecordDrawer
      title={login}
      tags={account && <AccountState account={account} />}
      actions={mayEdit && account && !isOwn && <Button onClick={() => setOpen('roles')}>{t('accounts.change')}</Button>}
      onClose={onClose}
      isPending={isPending}
      error={error}
      retry={refetch}
      width={520}
    >
      {data && !account && <EmptyState text={t('accounts.none')} />}
      {account && (
        <>
          <Facts
            items={[
              {
                label: t('accounts.person'),
                value:
                  account.personId && seesPeople ? (
                    <Link to={`/people?open=${account.personId}`}>{account.personName}</Link>
                  ) : (
                    account.personName
                  ),
              },
              { label: t('accounts.twoFactor'), value: account.twoFactor ? t('accounts.on') : t('accounts.off') },
              ...(account.lockedUntil
                ? [{ label: t('accounts.lockedUntil'), value: <Instant value={account.lockedUntil} /> }]
                : []),
              { label: t('accounts.roles'), value: namesOf(account) || null, wide: true },
            ]}
          />
          {mayEdit && (
            <section className={s.deeds}>
              <Button onClick={() => setOpen('password')}>{t('accounts.reset')}</Button>
              <Button loading={end.isPending} onClick={onEnd}>
                {t('accounts.end')}
              </Button>
              {!isOwn && (
                <Button danger={!account.isDisabled} loading={edit.isPending} onClick={onDisable}>
                  {account.isDisabled ? t('accounts.enable') : t('accounts.disable')}
                </Button>
              )}
            </section>
          )}
          {isOwn && <p className="muted">{t('accounts.own')}</p>}
          {open === 'roles' && <EditRoles account={account} reload={refetch} onClose={() => setOpen(null)} />}
          {open === 'password' && <ResetPassword account={account} onClose={() => setOpen(null)} />}
        </>
      )}
    </RecordDrawer>
  );
}
