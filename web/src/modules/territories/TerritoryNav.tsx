import { useTranslation } from 'react-i18next';
import { type NavPage, PageNav } from '@/shared/ui/PageNav';

const pages: NavPage[] = [
  ['/territories', 'territories', 'territories.read'],
  ['/territory-divisions', 'territoryDivisions', 'territories.read'],
  ['/territory-outside', 'territoryOutside', 'territories.outside-read'],
  ['/territory-coverage', 'territoryCoverage', 'territories.read'],
  ['/market-figures', 'marketFigures', 'territories.market'],
  ['/territory-balance', 'territoryBalance', 'territories.market'],
  ['/sizing-plans', 'sizingPlans', 'territories.market'],
  ['/span-of-control', 'spanOfControl', 'territories.read'],
];

/** The pages about territories, as far as the reader may see them. */
export function TerritoryNav() {
  const { t } = useTranslation('territories');
  return <PageNav label={t('title')} pages={pages} />;
}
