import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useSession } from '../api/session';
import type { MenuEntry } from '../module';
import s from './PageNav.module.css';

/** An address, its word of the menu, and the permission without which it is not shown. */
export type NavPage = readonly [path: string, title: MenuEntry['title'], permission: string];

/** The pages that share one entry of the menu, as far as the reader may see them. */
export function PageNav({ label, pages }: { label: string; pages: readonly NavPage[] }) {
  const { t } = useTranslation('shared');
  const { permissions } = useSession();
  const nav = useRef<HTMLElement>(null);
  const mine = pages.filter(([, , permission]) => permission in permissions);
  // On a phone there are more than fit beside each other.
  useEffect(() => {
    // Newer browsers answer with a promise, which would be taken for what is to be done on leaving.
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, []);
  if (mine.length < 2) return null;
  return (
    <nav ref={nav} className={s.nav} aria-label={label}>
      {mine.map(([path, title]) => (
        <NavLink key={path} to={path}>
          {t(`menu.${title}`)}
        </NavLink>
      ))}
    </nav>
  );
}
