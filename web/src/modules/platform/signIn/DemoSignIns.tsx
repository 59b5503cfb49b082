import { useTranslation } from 'react-i18next';
import type { Reply } from '@/shared/api/types';
import { PersonAvatar } from '@/shared/ui/PersonAvatar';
import s from './DemoSignIns.module.css';
import type { SignIn } from './useSignIn';

type Person = Reply<'/api/welcome'>['demoSignIns'][number];

/** A demo company lets anyone in as any of its people, with one click, and says that it is one. */
export function DemoSignIns({ people, signIn }: { people: Person[]; signIn: SignIn }) {
  const { t } = useTranslation('platform');
  return (
    <section className={s.demo} aria-labelledby="demo">
      <h2 id="demo">
        <b>{t('signIn.demo')}</b>
        {t('signIn.demoText')}
      </h2>
      <ul>
        {people.map(({ login, password, name, role }) => (
          <li key={login}>
            <button type="button" disabled={signIn.busy} onClick={() => signIn.withPassword({ login, password })}>
              <PersonAvatar name={name} size={32} />
              <span>
                {name}
                <small>{role}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
