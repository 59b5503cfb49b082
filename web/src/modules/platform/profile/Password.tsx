import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import type { Body } from '@/shared/api/types';
import { PageForm } from '@/shared/ui/form/PageForm';
import { Panel } from '@/shared/ui/Panel';
import { toast } from '@/shared/ui/toast';

export function Password() {
  const { t } = useTranslation('platform');
  const change = server.useMutation('post', '/api/profile/password', { meta: { quiet: true } });
  return (
    <Panel title={t('profile.password')}>
      <PageForm<Body<'/api/profile/password'>>
        name="password"
        saveText={t('profile.passwordChange')}
        resetsAfterSave
        save={(body) => change.mutateAsync({ body })}
        onSaved={() => toast.success(t('profile.passwordChanged'))}
      >
        <Form.Item name="current" label={t('profile.passwordCurrent')}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item name="next" label={t('profile.passwordNext')} extra={t('profile.passwordHelp')}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
      </PageForm>
    </Panel>
  );
}
