import { useTranslation } from 'react-i18next';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { ApiProblem } from '@/shared/api/problem';
import { problemText } from '@/shared/ui/toast';

/** Plain HTML: what is broken may be the very parts a nicer page would need. */
export function RouteProblem() {
  const { t } = useTranslation('app');
  const error = useRouteError();
  if (!(error instanceof ApiProblem) && !isRouteErrorResponse(error)) console.error(error);
  return (
    <main style={{ maxWidth: 480, margin: '20vh auto', padding: 24, textAlign: 'center' }}>
      <h1 style={{ fontSize: 20, marginBottom: 8 }}>{t('broken.title')}</h1>
      <p className="muted" style={{ marginBottom: 16 }}>
        {error instanceof ApiProblem ? problemText(error) : t('broken.text')}
      </p>
      <button type="button" style={{ padding: '6px 16px' }} onClick={() => location.reload()}>
        {t('broken.reload')}
      </button>
    </main>
  );
}
