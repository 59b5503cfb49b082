import { PlusOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { server } from '@/shared/api/client';
import { useCan } from '@/shared/api/session';
import type { Reply } from '@/shared/api/types';
import { useLanguage } from '@/shared/text/language';
import { useOpenRecord } from '@/shared/ui/form/useOpenRecord';
import { useHotkeys } from '@/shared/ui/hotkeys';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import { RoleDrawer } from './RoleDrawer';
import { AddRole } from './RoleForm';
import s from './roles.module.css';

export type Role = Reply<'/api/roles'>['items'][number];

export default function RolesPage() {
  const { t } = useTranslation('platform');
  const language = useLanguage();
  const record = useOpenRecord();
  const creating = useOpenRecord('create');
  const mayEdit = useCan('platform.accounts-edit');
  const { data, isPending, error, refetch } = server.useQuery('get', '/api/roles');
  useHotkeys({ c: mayEdit ? () => creating.open('new') : undefined });
  const open = data?.items.find(({ id }) => id === record.id);
  return (
    <>
      <PageHead
        title={t('roles.title')}
        actions={
          mayEdit && (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => creating.open('new')}>
              {t('roles.create')}
            </Button>
          )
        }
      />
      <Panel className={s.panel}>
        {isPending && <Skeleton active title={false} paragraph={{ rows: 8 }} />}
        {error && !data && <LoadFailed error={error} retry={refetch} />}
        {data && (
          <table className={s.list} aria-label={t('roles.title')}>
            <thead>
              <tr>
                <th>{t('roles.name')}</th>
                <th>{t('roles.code')}</th>
                <th data-figure="true">{t('roles.grants')}</th>
                <th data-figure="true">{t('roles.accounts')}</th>
              </tr>
            </thead>
            <tbody>
              {data.items.map((role) => (
                <tr key={role.id}>
                  <td>
                    <Link to={record.to(role.id)}>{language === 'zh' ? role.name : role.nameEn}</Link>
                  </td>
                  <td className="muted">{role.code}</td>
                  <td data-figure="true" className="number">
                    {role.grants.length}
                  </td>
                  <td data-figure="true" className="number">
                    {role.accounts}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Panel>
      {open && <RoleDrawer role={open} reload={refetch} onClose={record.close} />}
      {creating.id === 'new' && mayEdit && <AddRole onClose={creating.close} />}
    </>
  );
}
