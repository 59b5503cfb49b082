import { DownOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import type { MenuEntry, MenuGroup } from '@/shared/module';
import { BannerMark } from '@/shared/ui/BannerMark';
import { setPreference, usePreferences } from '@/shared/ui/preferences';
import { entryAt, useMenu } from '../menu';
import s from './Sider.module.css';

export function Sider() {
  const { t } = useTranslation(['app', 'shared']);
  const collapsed = usePreferences((p) => p.siderCollapsed);
  const { groups, entries } = useMenu();
  const at = entryAt(entries, useLocation().pathname);
  const current = groups.flatMap((group) => group.entries).find(({ path }) => path === at?.path || path === at?.under);
  return (
    <aside className={s.sider} data-collapsed={collapsed}>
      <Link to="/" className={s.brand} aria-label={t('shared:product')}>
        <BannerMark size={24} />
        {!collapsed && <span>{t('shared:product')}</span>}
      </Link>
      <nav className={s.menu} aria-label={t('mainMenu')}>
        {groups.map((group) => (
          <Group key={group.name} {...group} collapsed={collapsed} current={current} />
        ))}
      </nav>
    </aside>
  );
}

interface GroupProps {
  name: MenuGroup;
  entries: MenuEntry[];
  collapsed: boolean;
  current: MenuEntry | undefined;
}

function Group({ name, entries, collapsed, current }: GroupProps) {
  const { t } = useTranslation('app');
  const closedGroups = usePreferences((p) => p.closedGroups);
  // Home stands alone at the top. Any other page without its label would read as one of the group above.
  const labelled = name !== 'home' && !collapsed;
  const closed = labelled && closedGroups.includes(name);
  const toggle = () =>
    setPreference({ closedGroups: closed ? closedGroups.filter((g) => g !== name) : [...closedGroups, name] });
  return (
    <div className={s.group} data-labelled={labelled}>
      {labelled && (
        <button type="button" className={s.label} aria-expanded={!closed} onClick={toggle}>
          {t(`groups.${name}`)}
          <DownOutlined className={s.arrow} />
        </button>
      )}
      {!closed &&
        entries.map((entry) => (
          <Entry key={entry.path} entry={entry} collapsed={collapsed} isCurrent={entry === current} />
        ))}
    </div>
  );
}

function Entry({ entry, collapsed, isCurrent }: { entry: MenuEntry; collapsed: boolean; isCurrent: boolean }) {
  const { t } = useTranslation('shared');
  const title = t(`menu.${entry.title}`);
  return (
    <Link
      to={entry.path}
      aria-current={isCurrent ? 'page' : undefined}
      className={s.entry}
      title={collapsed ? title : undefined}
      aria-label={collapsed ? title : undefined}
    >
      <entry.icon />
      {!collapsed && <span>{title}</span>}
    </Link>
  );
}
