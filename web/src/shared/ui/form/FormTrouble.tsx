import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FormTrouble as Trouble } from './useSaving';

/** Above the fields: what could not be shown beside one of them. */
export function FormTrouble({ trouble, reload }: { trouble: Trouble | null; reload?: () => void }) {
  const { t } = useTranslation('shared');
  if (!trouble || trouble.messages.length === 0) return null;
  const [first, ...others] = trouble.messages;
  return (
    <Alert
      type={trouble.stale ? 'warning' : 'error'}
      showIcon
      role="alert"
      style={{ marginBottom: 16 }}
      title={first}
      description={others.length > 0 ? others.map((text) => <div key={text}>{text}</div>) : undefined}
      action={
        trouble.stale &&
        reload && (
          <Button size="small" onClick={reload}>
            {t('form.reload')}
          </Button>
        )
      }
    />
  );
}
