import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useSession } from '@/shared/api/session';
import s from './territories.module.css';

const pages = [
  ['/territories', 'tree', 'territories.read'],
  ['/territory-divisions', 'divisions', 'territories.read'],
  ['/territory-outside', 'outside', 'territories.outside-read'],
  ['/territory-coverage', 'coverage', 'territories.read'],
  ['/market-figures', 'market', 'territories.market'],
  ['/territory-balance', 'balance', 'territories.market'],
  ['/sizing-plans', 'sizing', 'territories.market'],
  ['/span-of-control', 'span', 'territories.read'],
] as const;

/** The pages about territories, as far as the reader may see them. */
export function TerritoryNav() {
  const { t } = useTranslation('territories');
  const { permissions } = useSession();
  return (
    <nav className={s.nav} aria-label={t('title')}>
      {pages.map(
        ([path, name, permission]) =>
          permission in permissions && (
            <NavLink key={path} to={path}>
              {t(`pages.${name}`)}
            </NavLink>
          ),
      )}
    </nav>
  );
}
