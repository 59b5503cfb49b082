import { RightOutlined, SearchOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSession } from '@/shared/api/session';
import { PageHead } from '@/shared/ui/PageHead';
import { PersonAvatar } from '@/shared/ui/PersonAvatar';
import { LanguageSwitch, ThemeSwitch } from '@/shared/ui/Switches';
import { useMenu } from '../menu';
import { showOverlay } from '../overlay';
import { signOut } from '../signOut';
import s from './MePage.module.css';

/** The phone's fifth tab: who am I, and everything that is not a tab. */
export default function MePage() {
  const { t } = useTranslation(['app', 'shared']);
  const { account, person, company } = useSession();
  const { groups, tabs } = useMenu();
  const name = person?.name ?? account.login;
  const place = [person?.unitName, person?.positionName].filter(Boolean).join(' · ') || company.name;
  const rest = groups
    .map((group) => ({ ...group, entries: group.entries.filter((e) => !tabs.includes(e)) }))
    .filter((group) => group.entries.length > 0);
  return (
    <div className={s.page}>
      <PageHead
        title={t('me.title')}
        actions={
          <>
            <LanguageSwitch />
            <ThemeSwitch />
          </>
        }
      />
      <Link to="/profile" className={s.person}>
        <PersonAvatar name={name} size={48} />
        <span>
          <b>{name}</b>
          <small>{place}</small>
        </span>
        <RightOutlined />
      </Link>
      <button type="button" className={s.search} onClick={() => showOverlay('palette')}>
        <SearchOutlined />
        {t('header.search')}
      </button>
      {rest.map((group) => (
        <section key={group.name}>
          <h2>{t(`groups.${group.name}`)}</h2>
          <ul className={s.list}>
            {group.entries.map((entry) => (
              <li key={entry.path}>
                <Link to={entry.path}>
                  <entry.icon />
                  <span>{t(`shared:menu.${entry.title}`)}</span>
                  <RightOutlined />
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <button type="button" className={s.signOut} onClick={signOut}>
        {t('person.signOut')}
      </button>
    </div>
  );
}
