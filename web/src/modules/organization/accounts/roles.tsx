import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { useLanguage } from '@/shared/text/language';
import { StatusTag } from '@/shared/ui/StatusTag';
import type { Account } from './AccountsPage';

/** The API's description does not say what the roles of an account are; they are ids. */
export const roleIds = (account: Account): string[] => account.roles as string[];

export function useRoleNames() {
  const language = useLanguage();
  const { data } = server.useQuery('get', '/api/roles', undefined, { staleTime: 60_000 });
  const roles = (data?.items ?? []).map((role) => ({
    value: role.id,
    label: language === 'zh' ? role.name : role.nameEn,
  }));
  const nameOf = (id: string) => roles.find(({ value }) => value === id)?.label ?? '';
  return { roles, namesOf: (account: Account) => roleIds(account).map(nameOf).filter(Boolean).join(', ') };
}

interface RolesInputProps {
  id?: string;
  value?: string[];
  onChange?: (value: string[]) => void;
}

export function RolesInput({ id, value, onChange }: RolesInputProps) {
  const { roles } = useRoleNames();
  return (
    <Select
      id={id}
      mode="multiple"
      options={roles}
      value={value}
      onChange={onChange}
      showSearch={{ optionFilterProp: 'label' }}
    />
  );
}

export function AccountState({ account }: { account: Account }) {
  const { t } = useTranslation('organization');
  if (account.isDisabled) return <StatusTag tone="bad">{t('accounts.disabled')}</StatusTag>;
  const isLocked = account.lockedUntil && Date.parse(account.lockedUntil) > Date.now();
  if (isLocked) return <StatusTag tone="warning">{t('accounts.locked')}</StatusTag>;
  return <StatusTag tone="good">{t('accounts.active')}</StatusTag>;
}
