import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, server } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import type { Reply } from '@/shared/api/types';
import { instantText } from '@/shared/format/day';
import { Panel } from '@/shared/ui/Panel';
import { toast } from '@/shared/ui/toast';
import { createPasskey, passkeysWork } from '../passkey';
import s from './ProfilePage.module.css';

/** "Chrome on Windows" would need a table of browsers; the platform is what tells two passkeys apart. */
const deviceName = (): string => /\(([^;)]+)/.exec(navigator.userAgent)?.[1] ?? navigator.platform;

export function Passkeys({ profile }: { profile: Reply<'/api/profile'> }) {
  const { t } = useTranslation(['platform', 'shared']);
  const { company } = useSession();
  const add = useMutation({
    mutationFn: async () => {
      const credentialJson = await createPasskey();
      if (credentialJson) await api.POST('/api/profile/passkeys', { body: { name: deviceName(), credentialJson } });
      return credentialJson !== null;
    },
    onSuccess: (added) => added && toast.success(t('passkeys.added')),
  });
  const remove = server.useMutation('delete', '/api/profile/passkeys/{id}');
  return (
    <Panel title={t('passkeys.title')}>
      <p className={s.text}>{passkeysWork() ? t('passkeys.why') : t('passkeys.notHere')}</p>
      <ul className={s.rows}>
        {profile.passkeys.map((passkey) => (
          <li key={passkey.id}>
            <span>
              {passkey.name}
              <small>{t('passkeys.since', { time: instantText(passkey.createdAt, company.timeZone) })}</small>
            </span>
            <Button type="text" danger onClick={() => remove.mutate({ params: { path: { id: passkey.id } } })}>
              {t('shared:remove')}
            </Button>
          </li>
        ))}
      </ul>
      {passkeysWork() && (
        <Button onClick={() => add.mutate()} loading={add.isPending}>
          {t('passkeys.add')}
        </Button>
      )}
    </Panel>
  );
}
