import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { useLanguage } from '@/shared/text/language';
import { FieldsOf } from '@/shared/ui/custom/CustomFields';
import type { CustomForm } from '@/shared/ui/custom/forms';
import { Panel } from '@/shared/ui/Panel';
import type { Field, Subject } from './fields';
import s from './fields.module.css';

/** How the fields stand in the form, with their inputs: it can be tried, and saves nothing. */
export function Preview({ subject, fields }: { subject: Subject; fields: Field[] }) {
  const { t } = useTranslation('platform');
  const english = useLanguage() === 'en';
  const lists = server.useQuery('get', '/api/option-lists');
  const said = (chinese?: string | null, other?: string | null) => (english && other ? other : chinese);
  const form: CustomForm = {
    subject: subject.code,
    rules: fields.flatMap(({ code, required }) =>
      required ? [{ field: `custom.${code}`, ofNew: true, required }] : [],
    ),
    fields: fields
      .filter(({ isRetired }) => !isRetired)
      .map((field) => ({
        ...field,
        name: said(field.name, field.nameEn) ?? '',
        section: said(field.section, field.sectionEn),
        hint: said(field.hint, field.hintEn),
        options:
          lists.data?.items
            .find(({ id }) => id === field.listId)
            ?.items.map(({ code, name, nameEn, isRetired }) => ({ code, name: said(name, nameEn) ?? '', isRetired })) ??
          [],
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
