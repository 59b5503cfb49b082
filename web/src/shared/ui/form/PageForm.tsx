import { Button, Form } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormDrawerProps } from './FormDrawer';
import { FormTrouble } from './FormTrouble';
import { useSaving, WhenMounted } from './useSaving';

type PageFormProps<Values extends object, Saved> = Omit<
  FormDrawerProps<Values, Saved>,
  'title' | 'onClose' | 'width' | 'children'
> & {
  /** Empties the form after saving, for what is entered anew each time. */
  resetsAfterSave?: boolean;
  /** Saves what no field shows at the moment, too. */
  savesHidden?: boolean;
  children: ReactNode;
};

/** The same form on a page: faults beside their fields, asks before leaving. */
export function PageForm<Values extends object, Saved = unknown>(props: PageFormProps<Values, Saved>) {
  const { name, initial, save, onSaved, reload, saveText, resetsAfterSave, savesHidden, children } = props;
  const { t } = useTranslation('shared');
  const { form, submit, isSaving, isDirty, trouble, settle, startOver, onValuesChange } = useSaving(
    'page',
    (values: Values): Promise<Saved> => save(savesHidden ? form.getFieldsValue(true) : values),
    (saved: Saved, values: Values) => {
      if (resetsAfterSave) {
        form.resetFields();
        settle();
      }
      onSaved?.(saved, values);
    },
  );
  return (
    <Form<Values>
      form={form}
      name={name}
      layout="vertical"
      noValidate
      initialValues={initial}
      onValuesChange={onValuesChange}
      onFinish={submit}
      validateTrigger="onSubmit"
    >
      <FormTrouble trouble={trouble} reload={reload && (() => reload().then(startOver))} />
      {children}
      <WhenMounted run={settle} />
      <Button type="primary" htmlType="submit" loading={isSaving} disabled={!isDirty}>
        {saveText ?? t('form.save')}
      </Button>
    </Form>
  );
}
