import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useCan } from '@/shared/api/session';
import type { RowOf } from '@/shared/api/types';
import { useOpenRecord } from '@/shared/ui/form/useOpenRecord';
import type { Column } from '@/shared/ui/list/columns';
import { DataTable } from '@/shared/ui/list/DataTable';
import { PageHead } from '@/shared/ui/PageHead';
import { AccountDrawer } from './AccountDrawer';
import { AddAccount } from './AccountForms';
import { AccountState, useRoleNames } from './roles';

export type Account = RowOf<'/api/accounts'>;

export default function AccountsPage() {
  const { t } = useTranslation('organization');
  const record = useOpenRecord();
  const creating = useOpenRecord('create');
  const [search] = useSearchParams();
  const mayEdit = useCan('platform.accounts-edit');
  const { namesOf } = useRoleNames();
  const create = mayEdit ? { label: t('accounts.create'), onClick: () => creating.open('new') } : undefined;
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
    <>
      <PageHead
        title={t('accounts.title')}
        actions={
          create && (
            <Button type="primary" icon={<PlusOutlined />} onClick={create.onClick}>
              {create.label}
            </Button>
          )
        }
      />
      <DataTable
        path="/api/accounts"
        name="accounts"
        label={t('accounts.title')}
        searchHint={t('accounts.search')}
        columns={columns}
        empty={t('accounts.empty')}
        open={(row) => record.to(row.login)}
        create={create}
      />
      {record.id && <AccountDrawer login={record.id} onClose={record.close} />}
      {creating.id === 'new' && mayEdit && <AddAccount person={search.get('person')} onClose={creating.close} />}
    </>
  );
}
