import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { useCan } from '@/shared/api/session';
import { useLanguage } from '@/shared/text/language';
import { confirmed } from '@/shared/ui/confirm';
import { RecordDrawer } from '@/shared/ui/form/RecordDrawer';
import { toast } from '@/shared/ui/toast';
import { Grants } from './Grants';
import { EditRole } from './RoleForm';
import type { Role } from './RolesPage';

interface RoleDrawerProps {
  role: Role;
  reload: () => Promise<unknown>;
  onClose: () => void;
}

export function RoleDrawer({ role, reload, onClose }: RoleDrawerProps) {
  const { t } = useTranslation(['platform', 'shared']);
  const language = useLanguage();
  const mayEdit = useCan('platform.accounts-edit');
  const [editing, setEditing] = useState(false);
  const remove = server.useMutation('delete', '/api/roles/{id}');
  const name = language === 'zh' ? role.name : role.nameEn;

  const onRemove = async () => {
    if (!(await confirmed({ title: t('roles.removeAsk', { name }), yes: t('shared:remove'), danger: true }))) return;
    await remove.mutateAsync({ params: { path: { id: role.id } } });
    toast.success(t('roles.removed', { name }));
    onClose();
  };
  return (
    <RecordDrawer
      title={name}
      tags={
        <>
          <span>{role.code}</span>
          <span>{t('roles.held', { count: role.accounts })}</span>
        </>
      }
      actions={
        mayEdit && (
          <>
            {role.accounts === 0 && (
              <Button type="text" danger loading={remove.isPending} onClick={() => onRemove().catch(() => undefined)}>
                {t('shared:remove')}
              </Button>
            )}
            <Button onClick={() => setEditing(true)}>{t('roles.change')}</Button>
          </>
        )
      }
      onClose={onClose}
      width={560}
    >
      <Grants value={role.grants} />
      {editing && <EditRole role={role} reload={reload} onClose={() => setEditing(false)} />}
    </RecordDrawer>
  );
}
