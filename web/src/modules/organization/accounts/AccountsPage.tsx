import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useCan } from '@/shared/api/session';
import type { RowOf } from '@/shared/api/types';
import { useOpenRecord } from '@/shared/ui/form/useOpenRecord';
import type { Column } from '@/shared/ui/list/columns';
import { ListPage } from '@/shared/ui/list/ListPage';
import { AccountDrawer } from './AccountDrawer';
import { AddAccount } from './AccountForms';
import { AccountState, useRoleNames } from './roles';

export type Account = RowOf<'/api/accounts'>;

export default function AccountsPage() {
  const { t } = useTranslation('organization');
  const record = useOpenRecord();
  const [search] = useSearchParams();
  const mayEdit = useCan('platform.accounts-edit');
  const { namesOf } = useRoleNames();
  const columns: Column<Account>[] = [
    { key: 'login', title: t('accounts.login'), kind: 'name', width: 200, sortable: true },
    { key: 'personName', title: t('accounts.person'), width: 160, sortable: true },
    { key: 'roles', title: t('accounts.roles'), width: 280, render: (row) => namesOf(row) },
    {
      key: 'isDisabled',
      title: t('accounts.state'),
      width: 120,
      sortable: true,
      render: (row) => <AccountState account={row} />,
    },
    {
      key: 'twoFactor',
      title: t('accounts.twoFactor'),
      width: 130,
      card: 'none',
      render: (row) => (row.twoFactor ? t('accounts.on') : t('accounts.off')),
    },
  ];
  return (
    <ListPage
      path="/api/accounts"
      name="accounts"
      title={t('accounts.title')}
      searchHint={t('accounts.search')}
      columns={columns}
      empty={t('accounts.empty')}
      add={mayEdit ? t('accounts.create') : null}
      open={(row) => record.to(row.login)}
      drawer={(login, close) => <AccountDrawer login={login} onClose={close} />}
      form={(_, close) => mayEdit && <AddAccount person={search.get('person')} onClose={() => close()} />}
    />
  );
}
