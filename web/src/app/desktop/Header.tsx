import {
  BellOutlined,
  MenuFoldOutlined,
  MenuUnfoldOutlined,
  QuestionCircleOutlined,
  SearchOutlined,
} from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useUnreadCount } from '@/modules/platform/notifications/live';
import { useSession } from '@/shared/api/session';
import { useLanguage } from '@/shared/text/language';
import { IconButton } from '@/shared/ui/IconButton';
import { setPreference, usePreferences } from '@/shared/ui/preferences';
import { LanguageSwitch, ThemeSwitch } from '@/shared/ui/Switches';
import { showOverlay } from '../overlay';
import { UnreadBadge } from '../UnreadBadge';
import s from './Header.module.css';
import { PersonMenu } from './PersonMenu';

const commandKey = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl';

export function Header() {
  const { t } = useTranslation('app');
  const { company } = useSession();
  const language = useLanguage();
  const collapsed = usePreferences((p) => p.siderCollapsed);
  const unread = useUnreadCount();
  return (
    <header className={s.header}>
      <IconButton
        label={collapsed ? t('header.showMenu') : t('header.hideMenu')}
        icon={collapsed ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
        onClick={() => setPreference({ siderCollapsed: !collapsed })}
      />
      <button type="button" className={s.search} onClick={() => showOverlay('palette')}>
        <SearchOutlined />
        <span>{t('header.search')}</span>
        <kbd>{commandKey} K</kbd>
      </button>
      <span className={s.company}>{(language === 'en' && company.nameEn) || company.name}</span>
      {company.demo && <span className={s.demo}>{t('header.demo')}</span>}
      <IconButton label={t('header.keys')} icon={<QuestionCircleOutlined />} onClick={() => showOverlay('keys')} />
      <ThemeSwitch />
      <LanguageSwitch />
      <IconButton
        label={t('header.notifications', { count: unread })}
        icon={
          <UnreadBadge count={unread}>
            <BellOutlined />
          </UnreadBadge>
        }
        onClick={() => showOverlay('notifications')}
      />
      <PersonMenu />
    </header>
  );
}
