import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { usePreferences } from '@/shared/ui/preferences';
import { Overlays } from '../Overlays';
import s from './DesktopShell.module.css';
import { Header } from './Header';
import { Sider } from './Sider';

export default function DesktopShell() {
  const { t } = useTranslation('app');
  const collapsed = usePreferences((p) => p.siderCollapsed);
  return (
    <div className={s.shell} data-collapsed={collapsed}>
      <a className={s.skip} href="#content">
        {t('skip')}
      </a>
      <Sider />
      <Header />
      <main className={s.content} id="content" tabIndex={-1}>
        <Outlet />
      </main>
      <Overlays />
    </div>
  );
}
