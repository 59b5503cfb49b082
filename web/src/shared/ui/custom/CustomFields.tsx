import { Form } from 'antd';
import { Fragment } from 'react';
import { CustomInput } from './CustomInput';
import s from './custom.module.css';
import { type CustomField, type CustomForm, isNeeded, type Subject, useCustomForm } from './forms';

/** The fields a house has made itself, in a form whose values have them under `custom`. Nothing where there are none. */
export function CustomFields({ subject }: { subject: Subject }) {
  const form = useCustomForm(subject);
  return form && form.fields.length > 0 ? <FieldsOf form={form} /> : null;
}

/** The same from a form at hand: the preview of the administrator. */
export function FieldsOf({ form }: { form: CustomForm }) {
  const values = Form.useWatch([], Form.useFormInstance());
  const sections = new Map<string, CustomField[]>();
  for (const field of form.fields) {
    const section = field.section ?? '';
    sections.set(section, [...(sections.get(section) ?? []), field]);
  }
  return (
    <>
      {[...sections].map(([section, fields]) => (
        <Fragment key={section}>
          {section && <h2 className={s.section}>{section}</h2>}
          <div className={s.pair}>
            {fields.map((field) => (
              <Form.Item
                key={field.code}
                name={['custom', field.code]}
                label={field.name}
                extra={field.hint}
                required={isNeeded(form, `custom.${field.code}`, values)}
                className={isWide(field) ? s.wide : undefined}
              >
                <CustomInput field={field} />
              </Form.Item>
            ))}
          </div>
        </Fragment>
      ))}
    </>
  );
}

const isWide = ({ kind }: CustomField): boolean => kind === 'LongText' || kind === 'Choices';
