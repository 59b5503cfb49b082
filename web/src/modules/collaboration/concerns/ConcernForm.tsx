import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, server } from '@/shared/api/client';
import { upload } from '@/shared/ui/files/Attachments';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { problemText, toast } from '@/shared/ui/toast';
import s from '../collaboration.module.css';
import { concernFiles, kinds } from './words';

interface Values {
  kind: (typeof kinds)[number];
  title: string;
  text: string;
  to?: string[];
}

/** Something reported upward: to the superior, or also to those above him. */
export function ConcernForm({ onClose }: { onClose: (saved?: string) => void }) {
  const { t } = useTranslation(['collaboration', 'shared']);
  const [files, setFiles] = useState<File[]>([]);
  const { data: superiors } = server.useQuery('get', '/api/concerns/superiors');
  if (!superiors) return null;
  const save = async ({ kind, title, text, to }: Values) => {
    const { data } = await api.POST('/api/concerns', {
      body: { kind, title: title || '', text: text || '', to: to ?? [], files: [] },
    });
    const saved = data as { id: string } | undefined;
    for (const file of files)
      await upload(file, concernFiles, saved?.id ?? '').catch((error) => toast.error(problemText(error)));
    return saved;
  };
  return (
    <FormDrawer<Values, { id?: string } | undefined>
      name="concern"
      title={t('concerns.add')}
      initial={{ kind: 'Difficulty', to: superiors.items.slice(0, 1).map((one) => one.id) }}
      save={save}
      saveText={t('concerns.send')}
      onSaved={() => toast.success(t('concerns.sent'))}
      onClose={onClose}
    >
      <Form.Item name="kind" label={t('concerns.kindTitle')} required>
        <ChoiceInput
          clearable={false}
          options={kinds.map((kind) => ({ value: kind, label: t(`concerns.kind.${kind}`) }))}
        />
      </Form.Item>
      <Form.Item name="title" label={t('concerns.subject')} required>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="text" label={t('concerns.text')} required>
        <Input.TextArea autoSize={{ minRows: 5, maxRows: 14 }} maxLength={4000} />
      </Form.Item>
      <Form.Item name="to" label={t('concerns.to')}>
        <Select
          mode="multiple"
          options={superiors.items.map((one) => ({ value: one.id, label: one.name }))}
          placeholder={t('concerns.nearest')}
        />
      </Form.Item>
      <p className={s.hint} data-bad={superiors.items.length === 0}>
        {superiors.items.length === 0 ? t('concerns.noSuperior') : t('concerns.whoSees')}
      </p>
      <Form.Item label={t('shared:files.title')} htmlFor="concern-files">
        <input
          id="concern-files"
          type="file"
          multiple
          onChange={(event) => setFiles([...(event.target.files ?? [])])}
        />
      </Form.Item>
    </FormDrawer>
  );
}
