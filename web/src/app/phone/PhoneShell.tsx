import { BellOutlined, LeftOutlined, UserOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useLocation, useNavigate } from 'react-router';
import { useUnreadCount } from '@/modules/platform/notifications/live';
import { IconButton } from '@/shared/ui/IconButton';
import { PageHeadPlace } from '@/shared/ui/PageHead';
import { entryAt, useMenu } from '../menu';
import { Overlays } from '../Overlays';
import { showOverlay } from '../overlay';
import { UnreadBadge } from '../UnreadBadge';
import s from './PhoneShell.module.css';

/** Title bar, page, five tabs. The page's own PageHead appears in the title bar. */
export default function PhoneShell() {
  const { t } = useTranslation('app');
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const { pathname } = useLocation();
  const { tabs } = useMenu();
  const unread = useUnreadCount();
  const atTop = pathname === '/me' || tabs.some((tab) => tab.path === pathname);
  return (
    <PageHeadPlace value={place}>
      <div className={s.shell}>
        <header className={s.bar}>
          {!atTop && <BackButton />}
          <div ref={setPlace} className={s.title} data-back={!atTop} />
          {pathname === '/' && (
            <IconButton
              label={t('header.notifications', { count: unread })}
              icon={
                <UnreadBadge count={unread}>
                  <BellOutlined />
                </UnreadBadge>
              }
              onClick={() => showOverlay('notifications')}
            />
          )}
        </header>
        <main className={s.content}>
          <Outlet />
        </main>
        <Tabs />
        <Overlays />
      </div>
    </PageHeadPlace>
  );
}

function BackButton() {
  const { t } = useTranslation('app');
  const navigate = useNavigate();
  const { key } = useLocation();
  // "default" is the first page of the visit: going back would leave the product.
  return (
    <IconButton
      label={t('back')}
      icon={<LeftOutlined />}
      onClick={() => (key === 'default' ? navigate('/') : navigate(-1))}
    />
  );
}

function Tabs() {
  const { t } = useTranslation(['app', 'shared']);
  const { tabs } = useMenu();
  const { pathname } = useLocation();
  const current = entryAt(tabs, pathname)?.path ?? '/me';
  return (
    <nav className={s.tabs} aria-label={t('mainMenu')}>
      {tabs.slice(0, 4).map((tab) => (
        <Link key={tab.path} to={tab.path} aria-current={current === tab.path ? 'page' : undefined}>
          <tab.icon />
          {t(`shared:menu.${tab.title}`)}
        </Link>
      ))}
      <Link to="/me" aria-current={current === '/me' ? 'page' : undefined}>
        <UserOutlined />
        {t('me.title')}
      </Link>
    </nav>
  );
}
