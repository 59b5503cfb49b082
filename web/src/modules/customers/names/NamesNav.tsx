import { useTranslation } from 'react-i18next';
import { type NavPage, PageNav } from '@/shared/ui/PageNav';

const pages = [
  ['/customer-names', 'customerNames', 'customers.read'],
  ['/campaigns', 'campaigns', 'customers.campaigns-read'],
  ['/name-days', 'nameDays', 'customers.read'],
] as const satisfies NavPage[];

/** The pages about names that share an entry of the menu. */
export function NamesNav() {
  const { t } = useTranslation('customers');
  return <PageNav label={t('names.title')} pages={pages} />;
}
