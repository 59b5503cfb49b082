import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageHead } from '@/shared/ui/PageHead';

export default function NotFoundPage() {
  const { t } = useTranslation('app');
  return (
    <>
      <PageHead title={t('notFound.title')} />
      <EmptyState text={t('notFound.text')} action={<Link to="/">{t('notFound.home')}</Link>} />
    </>
  );
}
