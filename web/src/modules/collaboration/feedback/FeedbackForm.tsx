import { Alert, Button, Checkbox, Drawer, Form, Input } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, server } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import { CopyButton } from '@/shared/ui/CopyButton';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { useIsPhone } from '@/shared/ui/media';
import { toast } from '@/shared/ui/toast';
import s from '../collaboration.module.css';
import { useCategoryName } from './words';

interface Values {
  categoryId: string | null;
  text: string;
  anonymous?: boolean;
}

/** Put something into the box. Without a name, its author gets a code, shown once. */
export function FeedbackForm({ onClose }: { onClose: (saved?: string) => void }) {
  const { t } = useTranslation('collaboration');
  const { person } = useSession();
  const nameOf = useCategoryName();
  const isPhone = useIsPhone();
  const [code, setCode] = useState<string | null>(null);
  const isCoded = useRef(false);
  const { data: categories } = server.useQuery('get', '/api/feedback-categories');
  if (!categories) return null;
  if (code)
    return (
      <Drawer open title={t('feedback.given')} size={isPhone ? '100%' : 480} onClose={() => onClose()}>
        <Alert type="success" showIcon title={t('feedback.codeIs')} description={t('feedback.codeHint')} />
        <p className={s.code}>
          <b className="number">{code}</b>
          <CopyButton text={code} />
        </p>
        <Button type="primary" block={isPhone} onClick={() => onClose()}>
          {t('feedback.noted')}
        </Button>
      </Drawer>
    );
  const save = async ({ categoryId, text, anonymous }: Values): Promise<{ id?: string; code?: string } | undefined> => {
    const body = { categoryId: categoryId ?? '', text: text || '' };
    if (anonymous) return (await api.POST('/api/anonymous-feedback', { body })).data as { code: string } | undefined;
    return (await api.POST('/api/feedback', { body })).data as { id: string } | undefined;
  };
  return (
    <FormDrawer<Values, { id?: string; code?: string } | undefined>
      name="feedback"
      title={t('feedback.add')}
      initial={{ anonymous: !person }}
      save={save}
      saveText={t('feedback.give')}
      onSaved={(saved) => {
        isCoded.current = !!saved?.code;
        if (saved?.code) setCode(saved.code);
        else toast.success(t('feedback.given'));
      }}
      // With a code to show, it stays.
      onClose={(saved) => {
        if (!isCoded.current) onClose(saved);
      }}
      width={480}
    >
      <Form.Item
        name="categoryId"
        label={t('feedback.category')}
        required
        rules={[{ required: true, message: t('feedback.chooseCategory') }]}
      >
        <ChoiceInput
          clearable={false}
          placeholder={t('feedback.chooseCategory')}
          options={categories.items
            .filter((one) => !one.isClosed)
            .map((one) => ({ value: one.id, label: nameOf(one) }))}
        />
      </Form.Item>
      <Form.Item name="text" label={t('feedback.text')} required>
        <Input.TextArea autoSize={{ minRows: 5, maxRows: 14 }} maxLength={4000} />
      </Form.Item>
      <Form.Item name="anonymous" valuePropName="checked">
        <Checkbox disabled={!person}>{t('feedback.anonymously')}</Checkbox>
      </Form.Item>
      <p className={s.hint}>{t('feedback.anonymousHint')}</p>
    </FormDrawer>
  );
}
