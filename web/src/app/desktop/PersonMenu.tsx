import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useSession } from '@/shared/api/session';
import { PersonAvatar } from '@/shared/ui/PersonAvatar';
import { showOverlay } from '../overlay';
import { signOut } from '../signOut';
import s from './PersonMenu.module.css';

/** The browser's own popover: Esc and a click elsewhere close it, and the shell needs no menu library for three lines. */
export function PersonMenu() {
  const { t } = useTranslation('app');
  const navigate = useNavigate();
  const id = useId();
  const popover = useRef<HTMLDivElement>(null);
  const { account, person } = useSession();
  const name = person?.name ?? account.login;
  const place = [person?.unitName, person?.positionName].filter(Boolean).join(' · ');
  const items = [
    { text: t('person.profile'), run: () => navigate('/profile') },
    { text: t('person.keys'), run: () => showOverlay('keys') },
    { text: t('person.signOut'), run: signOut },
  ];
  return (
    <>
      <button type="button" className={s.person} popoverTarget={id}>
        <PersonAvatar name={name} />
        <span>{name}</span>
      </button>
      <div id={id} ref={popover} popover="auto" className={s.menu}>
        {place && <p>{place}</p>}
        {items.map(({ text, run }) => (
          <button
            key={text}
            type="button"
            onClick={() => {
              popover.current?.hidePopover();
              run();
            }}
          >
            {text}
          </button>
        ))}
      </div>
    </>
  );
}
