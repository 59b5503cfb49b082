import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCan, useSession } from '@/shared/api/session';
import { PageHead } from '@/shared/ui/PageHead';
import s from './HomePage.module.css';
import { useMenu } from './menu';
import { loadModuleText } from './texts';

const Figures = lazy(async () => {
  const [home] = await Promise.all([import('@/modules/insights/home/HomePage'), loadModuleText('insights')]);
  return home;
});

const MyDay = lazy(async () => {
  const [day] = await Promise.all([import('@/modules/collaboration/MyDay'), loadModuleText('collaboration')]);
  return day;
});

const NextDeeds = lazy(async () => {
  const [next] = await Promise.all([import('@/modules/customers/care/NextDeeds'), loadModuleText('customers')]);
  return next;
});

/** What waits for me today; then the day in figures for whoever may see them, else the menu as tiles. */
export default function HomePage() {
  const { person } = useSession();
  const seesFigures = useCan('insights.board-read');
  const hasCustomers = useCan('customers.edit');
  const isIdle = useIdle();
  return (
    <div className={s.home}>
      {person && (
        <Suspense fallback={null}>
          <MyDay />
        </Suspense>
      )}
      {person && hasCustomers && isIdle && (
        <Suspense fallback={null}>
          <NextDeeds />
        </Suspense>
      )}
      {seesFigures ? (
        <Suspense fallback={null}>
          <Figures />
        </Suspense>
      ) : (
        <Tiles />
      )}
    </div>
  );
}

/** Once the page stands: what comes then holds up nothing on a bad line. */
function useIdle(): boolean {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    const soon = () => setIdle(true);
    // Not every browser says when it has nothing to do.
    const timer = window.setTimeout(soon, 300);
    return () => window.clearTimeout(timer);
  }, []);
  return isIdle;
}

function Tiles() {
  const { t } = useTranslation(['app', 'shared']);
  const { account, person, company } = useSession();
  const { groups } = useMenu();
  const pages = groups.flatMap((g) =>
    g.entries.filter((e) => e.path !== '/').map((e) => ({ ...e, groupName: g.name })),
  );
  return (
    <>
      <PageHead
        title={t('home.hello', { name: person?.name ?? account.login })}
        note={`${company.name} · ${company.today}`}
      />
      <ul className={s.tiles}>
        {pages.map((entry) => (
          <li key={entry.path}>
            <Link to={entry.path} className={s.tile}>
              <entry.icon />
              <span>
                <b>{t(`shared:menu.${entry.title}`)}</b>
                <small>{t(`groups.${entry.groupName}`)}</small>
              </span>
              {entry.go && <kbd>g {entry.go}</kbd>}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
