import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { toast } from './toast';

export function CopyButton({ text }: { text: string }) {
  const { t } = useTranslation('shared');
  // Only https and localhost have a clipboard; elsewhere the text is there to be selected.
  if (!navigator.clipboard) return null;
  return (
    <Button onClick={() => navigator.clipboard.writeText(text).then(() => toast.success(t('copied')))}>
      {t('copy')}
    </Button>
  );
}
