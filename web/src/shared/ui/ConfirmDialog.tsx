import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAsked } from './confirm';

/** Rendered by ConfirmHost when somebody asks. The harmless answer has the focus. */
export default function ConfirmDialog() {
  const { t } = useTranslation('shared');
  const asked = useAsked((state) => state.asked);
  if (!asked) return null;
  const { title, text, yes, no, danger, answer } = asked;
  return (
    <Modal
      open
      width={416}
      centered
      closable={false}
      // Over a drawer that was opened later than this dialog's first use.
      zIndex={1500}
      title={title}
      onCancel={() => answer(false)}
      footer={
        <>
          <Button autoFocus onClick={() => answer(false)}>
            {no ?? t('form.cancel')}
          </Button>
          <Button type="primary" danger={danger} onClick={() => answer(true)}>
            {yes}
          </Button>
        </>
      }
    >
      {text}
    </Modal>
  );
}
