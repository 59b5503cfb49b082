import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { useLanguage } from '@/shared/text/language';
import { FieldsOf } from '@/shared/ui/custom/CustomFields';
import type { CustomForm } from '@/shared/ui/custom/forms';
import { Panel } from '@/shared/ui/Panel';
import { type Field, type Subject, said } from './fields';
import s from './fields.module.css';

/** How the fields stand in the form, with their inputs: it can be tried, and saves nothing. */
export function Preview({ subject, fields }: { subject: Subject; fields: Field[] }) {
  const { t } = useTranslation('platform');
  const language = useLanguage();
  const lists = server.useQuery('get', '/api/option-lists');
  const form: CustomForm = {
    subject: subject.code,
    rules: fields.flatMap(({ code, required }) =>
      required ? [{ field: `custom.${code}`, ofNew: true, required }] : [],
    ),
    fields: fields
      .filter(({ isRetired }) => !isRetired)
      .map((field) => ({
        ...field,
        name: said(language, field.name, field.nameEn),
        section: field.section && said(language, field.section, field.sectionEn),
        hint: field.hint && said(language, field.hint, field.hintEn),
        options:
          lists.data?.items
            .find(({ id }) => id === field.listId)
            ?.items.map(({ code, name, nameEn, isRetired }) => ({
              code,
              name: said(language, name, nameEn),
              isRetired,
            })) ?? [],
      })),
  };
  return (
    <Panel title={t('fields.preview')} note={t('fields.previewNote')} className={s.preview}>
      {form.fields.length === 0 ? (
        <p className="muted">{t('fields.previewEmpty')}</p>
      ) : (
        <Form name="preview" layout="vertical" key={subject.code}>
          <FieldsOf form={form} />
        </Form>
      )}
    </Panel>
  );
}
