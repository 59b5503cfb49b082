import { Button, Drawer, Form } from 'antd';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsPhone } from '@/shared/ui/media';
import s from './FormDrawer.module.css';
import { FormTrouble } from './FormTrouble';
import { confirmLeave } from './LeaveGuard';
import { useSaving, WhenMounted } from './useSaving';

export interface FormDrawerProps<Values extends object, Saved> {
  /** Names the fields of the page (ids); unique among the open forms. */
  name: string;
  title: ReactNode;
  initial?: Partial<Values>;
  /** Sends the values. Throws ApiProblem, which the drawer shows; the input stays. */
  save: (values: Values) => Promise<Saved>;
  onSaved?: (saved: Saved, values: Values) => void;
  /** After saving it is given the id of what was saved, where the reply has one. */
  onClose: (saved?: string) => void;
  /** Reads the record anew after somebody else saved it (412); the form then starts from the new `initial`. */
  reload?: () => Promise<unknown>;
  saveText?: string;
  /** In px on a desktop; a phone always gives its whole width. */
  width?: number;
  /** antd Form.Items, label above. */
  children: ReactNode;
}

/**
 * A record being made or changed. Mount it to open it, unmount it to close it: `{editing && <FormDrawer … />}`.
 * Ctrl+Enter saves, Esc closes and asks first when something was typed.
 */
export function FormDrawer<Values extends object, Saved = unknown>(props: FormDrawerProps<Values, Saved>) {
  const { name, title, initial, save, onSaved, onClose, reload, saveText, width = 560, children } = props;
  const { t } = useTranslation('shared');
  const isPhone = useIsPhone();
  const asking = useRef(false);
  const { form, submit, isSaving, isDirty, trouble, settle, startOver, onValuesChange } = useSaving(
    'drawer',
    save,
    (saved: Saved, values: Values) => {
      onSaved?.(saved, values);
      onClose((saved as { id?: string } | undefined)?.id);
    },
  );

  const close = async () => {
    if (asking.current || isSaving) return;
    if (isDirty) {
      asking.current = true;
      const leave = await confirmLeave();
      asking.current = false;
      if (!leave) return;
      settle();
    }
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
  };

  return (
    <Drawer
      open
      onClose={close}
      title={title}
      size={isPhone ? '100%' : width}
      maskClosable={!isDirty}
      footer={
        <div className={s.footer}>
          <Button type="primary" loading={isSaving} onClick={submit} block={isPhone}>
            {saveText ?? t('form.save')}
          </Button>
          {!isPhone && <Button onClick={close}>{t('form.cancel')}</Button>}
          {!isPhone && <kbd>Ctrl Enter</kbd>}
        </div>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears Ctrl+Enter of the fields inside */}
      <div onKeyDown={onKeyDown}>
        <FormTrouble trouble={trouble} reload={reload && (() => reload().then(startOver))} />
        <Form<Values>
          form={form}
          name={name}
          layout="vertical"
          noValidate
          initialValues={initial}
          onValuesChange={onValuesChange}
          onFinish={submit}
          // Enter in a field submits like the button, without a second validation of antd's own.
          validateTrigger="onSubmit"
        >
          {children}
          <WhenMounted run={settle} />
        </Form>
      </div>
    </Drawer>
  );
}
