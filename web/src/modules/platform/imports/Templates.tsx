import { SaveOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import type { Reply } from '@/shared/api/types';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { RowMenu } from '@/shared/ui/list/RowMenu';
import s from './imports.module.css';

type Template = Reply<'/api/import-templates'>['items'][number];

interface TemplatesProps {
  kind: string;
  headings: string[];
  mapping: Record<string, string>;
  rounds: boolean;
  onUse: (template: Template) => void;
}

const sameMapping = (a: Record<string, string>, b: Record<string, string>): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([column, to]) => b[column] === to);

/** Kept mappings of this kind: use one, keep the present one under a name. Only those whose headings the file has. */
export function Templates({ kind, headings, mapping, rounds, onUse }: TemplatesProps) {
  const { t } = useTranslation(['platform', 'shared']);
  const [isNaming, setNaming] = useState(false);
  const { data } = server.useQuery('get', '/api/import-templates', { params: { query: { kind } } });
  const keep = server.useMutation('post', '/api/import-templates', { meta: { quiet: true } });
  const remove = server.useMutation('delete', '/api/import-templates/{id}');
  const fitting = (data?.items ?? []).filter((template) =>
    Object.values(template.mapping).every((heading) => headings.includes(heading)),
  );
  const now = fitting.find((template) => sameMapping(template.mapping, mapping));
  return (
    <div className={s.templates}>
      {fitting.length > 0 && (
        <ChoiceInput
          clearable={false}
          label={t('imports.templates.use')}
          placeholder={t('imports.templates.use')}
          options={fitting.map(({ id, name }) => ({ value: id, label: name }))}
          value={now?.id}
          onChange={(id) => {
            const template = fitting.find((one) => one.id === id);
            if (template) onUse(template);
          }}
        />
      )}
      {now?.can.includes('remove') && (
        <RowMenu
          actions={() => [
            {
              key: 'remove',
              label: t('imports.templates.remove', { name: now.name }),
              danger: true,
              onClick: () => remove.mutate({ params: { path: { id: now.id } } }),
            },
          ]}
        />
      )}
      {!now && Object.keys(mapping).length > 0 && (
        <Button icon={<SaveOutlined />} onClick={() => setNaming(true)}>
          {t('imports.templates.keep')}
        </Button>
      )}
      {isNaming && (
        <FormDrawer<{ name: string }>
          name="importTemplate"
          title={t('imports.templates.keep')}
          width={420}
          save={({ name }) => keep.mutateAsync({ body: { kind, name: name ?? '', mapping, roundsAmounts: rounds } })}
          onClose={() => setNaming(false)}
        >
          <Form.Item name="name" label={t('imports.templates.name')} extra={t('imports.templates.help')} required>
            <Input autoFocus />
          </Form.Item>
        </FormDrawer>
      )}
    </div>
  );
}
