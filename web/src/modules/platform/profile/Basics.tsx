import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import type { Body, Reply } from '@/shared/api/types';
import { PageForm } from '@/shared/ui/form/PageForm';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { Panel } from '@/shared/ui/Panel';
import { toast } from '@/shared/ui/toast';

type Values = Body<'/api/profile', 'put'>;

export function Basics({ profile }: { profile: Reply<'/api/profile'> }) {
  const { t } = useTranslation(['platform', 'shared']);
  const save = server.useMutation('put', '/api/profile', { meta: { quiet: true } });
  const languages = [
    { value: 'zh', label: t('shared:language.zh') },
    { value: 'en', label: t('shared:language.en') },
  ];
  return (
    <Panel title={t('profile.basics')}>
      <PageForm<Values>
        name="basics"
        initial={{ email: profile.email, phone: profile.phone, language: profile.language }}
        save={(values) =>
          save.mutateAsync({ body: { ...values, email: values.email || null, phone: values.phone || null } })
        }
        onSaved={() => toast.success(t('shared:form.saved'))}
      >
        <Form.Item name="email" label={t('profile.email')}>
          <Input type="email" autoComplete="email" />
        </Form.Item>
        <Form.Item name="phone" label={t('profile.phone')}>
          <Input type="tel" autoComplete="tel" />
        </Form.Item>
        <Form.Item name="language" label={t('profile.language')} extra={t('profile.languageHelp')}>
          <ChoiceInput options={languages} placeholder={t('profile.languageOfBrowser')} />
        </Form.Item>
      </PageForm>
    </Panel>
  );
}
