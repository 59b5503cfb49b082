import { useTranslation } from 'react-i18next';
import { EmptyState } from './EmptyState';
import { problemText } from './toast';

/** In place of what could not be loaded. */
export function LoadFailed({ error, retry }: { error: unknown; retry: () => unknown }) {
  const { t } = useTranslation('shared');
  return (
    <div role="alert">
      <EmptyState
        text={problemText(error)}
        action={
          <button type="button" className="linkButton" onClick={() => retry()}>
            {t('retry')}
          </button>
        }
      />
    </div>
  );
}
