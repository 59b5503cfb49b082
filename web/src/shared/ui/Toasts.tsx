import { CheckCircleFilled, CloseCircleFilled, CloseOutlined, InfoCircleFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import s from './Toasts.module.css';
import { dismissToast, useToasts } from './toast';

const icons = { success: <CheckCircleFilled />, info: <InfoCircleFilled />, error: <CloseCircleFilled /> };

/** Once in the product. The region is always there, so that a screen reader hears what appears in it. */
export function Toasts() {
  const { t } = useTranslation('shared');
  const toasts = useToasts((state) => state.toasts);
  return (
    <section className={s.toasts} aria-live="polite" aria-label={t('messages')}>
      {toasts.map(({ id, tone, text }) => (
        <div key={id} className={s.toast} data-tone={tone} role={tone === 'error' ? 'alert' : undefined}>
          {icons[tone]}
          <span>{text}</span>
          <button type="button" aria-label={t('dismiss')} onClick={() => dismissToast(id)}>
            <CloseOutlined />
          </button>
        </div>
      ))}
    </section>
  );
}
