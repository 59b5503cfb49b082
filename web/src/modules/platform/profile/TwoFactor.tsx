import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import type { Reply } from '@/shared/api/types';
import { CopyButton } from '@/shared/ui/CopyButton';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { Panel } from '@/shared/ui/Panel';
import { StatusTag } from '@/shared/ui/StatusTag';
import { toast } from '@/shared/ui/toast';
import s from './ProfilePage.module.css';

export function TwoFactor({ profile }: { profile: Reply<'/api/profile'> }) {
  const { t } = useTranslation('platform');
  const [open, setOpen] = useState<'setup' | 'disable' | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const setup = server.useMutation('post', '/api/profile/two-factor/setup');
  const disable = server.useMutation('post', '/api/profile/two-factor/disable', { meta: { quiet: true } });
  const close = () => setOpen(null);
  return (
    <Panel
      title={t('twoFactor.title')}
      extra={
        <StatusTag tone={profile.twoFactor ? 'good' : 'neutral'}>
          {profile.twoFactor ? t('twoFactor.on') : t('twoFactor.off')}
        </StatusTag>
      }
    >
      <p className={s.text}>
        {profile.twoFactor ? t('twoFactor.left', { count: profile.recoveryCodesLeft }) : t('twoFactor.why')}
      </p>
      {codes && <RecoveryCodes codes={codes} />}
      {profile.twoFactor ? (
        <Button onClick={() => setOpen('disable')}>{t('twoFactor.disable')}</Button>
      ) : (
        <Button loading={setup.isPending} onClick={() => setup.mutate({}, { onSuccess: () => setOpen('setup') })}>
          {t('twoFactor.enable')}
        </Button>
      )}
      {open === 'setup' && setup.data && <SetUp setup={setup.data} onDone={setCodes} onClose={close} />}
      {open === 'disable' && (
        <FormDrawer<{ password: string }>
          name="twoFactorDisable"
          title={t('twoFactor.disable')}
          saveText={t('twoFactor.disable')}
          save={(body) => disable.mutateAsync({ body })}
          onSaved={() => {
            setCodes(null);
            toast.success(t('twoFactor.disabled'));
          }}
          onClose={close}
        >
          <Form.Item name="password" label={t('profile.passwordCurrent')}>
            <Input.Password autoComplete="current-password" />
          </Form.Item>
        </FormDrawer>
      )}
    </Panel>
  );
}

interface SetUpProps {
  setup: Reply<'/api/profile/two-factor/setup', 'post'>;
  onDone: (codes: string[]) => void;
  onClose: () => void;
}

function SetUp({ setup, onDone, onClose }: SetUpProps) {
  const { t } = useTranslation('platform');
  const enable = server.useMutation('post', '/api/profile/two-factor', { meta: { quiet: true } });
  return (
    <FormDrawer<{ code: string }, Reply<'/api/profile/two-factor', 'post'>>
      name="twoFactor"
      title={t('twoFactor.enable')}
      saveText={t('twoFactor.confirm')}
      save={({ code }) => enable.mutateAsync({ body: { code: (code ?? '').replace(/\s/g, '') } })}
      onSaved={({ recoveryCodes }) => onDone(recoveryCodes)}
      onClose={onClose}
    >
      <p className={s.text}>{t('twoFactor.scan')}</p>
      {/* As an image, an SVG from outside can run nothing. */}
      <img className={s.qr} src={`data:image/svg+xml,${encodeURIComponent(setup.qrSvg)}`} alt={t('twoFactor.qr')} />
      <p className={s.secret}>
        {t('twoFactor.secret')} <code>{setup.secret}</code>
      </p>
      <Form.Item name="code" label={t('twoFactor.code')}>
        <Input autoComplete="one-time-code" inputMode="numeric" />
      </Form.Item>
    </FormDrawer>
  );
}

function RecoveryCodes({ codes }: { codes: string[] }) {
  const { t } = useTranslation('platform');
  return (
    <div style={{ marginBottom: 12 }}>
      <Alert type="warning" showIcon title={t('twoFactor.codesOnce')} />
      <ul className={s.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <CopyButton text={codes.join('\n')} />
    </div>
  );
}
