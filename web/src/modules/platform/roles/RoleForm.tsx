import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { ifMatch, server } from '@/shared/api/client';
import type { Body } from '@/shared/api/types';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { Grants } from './Grants';
import type { Role } from './RolesPage';
import s from './roles.module.css';

type Values = Body<'/api/roles'>;
const width = 640;

const complete = (values: Values) => ({
  code: values.code ?? '',
  name: values.name ?? '',
  nameEn: values.nameEn ?? '',
  grants: values.grants ?? [],
});

function Fields({ isNew }: { isNew?: boolean }) {
  const { t } = useTranslation('platform');
  return (
    <>
      <div className={s.pair}>
        <Form.Item name="name" label={t('roles.name')} required>
          <Input autoFocus={isNew} />
        </Form.Item>
        <Form.Item name="nameEn" label={t('roles.nameEn')} required>
          <Input />
        </Form.Item>
      </div>
      {isNew && (
        <Form.Item name="code" label={t('roles.code')} extra={t('roles.codeHelp')} required>
          <Input autoComplete="off" placeholder="channel-manager" />
        </Form.Item>
      )}
      <Form.Item name="grants" label={t('roles.grants')}>
        <Grants />
      </Form.Item>
    </>
  );
}

export function AddRole({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('platform');
  const add = server.useMutation('post', '/api/roles', { meta: { quiet: true } });
  return (
    <FormDrawer<Values>
      name="role"
      title={t('roles.create')}
      width={width}
      initial={{ grants: [] }}
      save={(values) => add.mutateAsync({ body: complete(values) })}
      onClose={onClose}
    >
      <Fields isNew />
    </FormDrawer>
  );
}

interface EditRoleProps {
  role: Role;
  reload: () => Promise<unknown>;
  onClose: () => void;
}

export function EditRole({ role, reload, onClose }: EditRoleProps) {
  const { t } = useTranslation('platform');
  const edit = server.useMutation('put', '/api/roles/{id}', { meta: { quiet: true } });
  return (
    <FormDrawer<Values>
      name="role"
      title={t('roles.edit', { name: role.name })}
      width={width}
      initial={role}
      save={(values) => {
        const { code: _code, ...body } = complete(values);
        return edit.mutateAsync({ params: { path: { id: role.id } }, body, headers: ifMatch(role.version) });
      }}
      reload={reload}
      onClose={onClose}
    >
      <Fields />
    </FormDrawer>
  );
}
