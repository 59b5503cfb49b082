import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { PageHead } from '@/shared/ui/PageHead';
import { Appearance } from './Appearance';
import { Basics } from './Basics';
import { MyNotifications } from './MyNotifications';
import { Passkeys } from './Passkeys';
import { Password } from './Password';
import s from './ProfilePage.module.css';
import { Sessions } from './Sessions';
import { Tokens } from './Tokens';
import { TwoFactor } from './TwoFactor';

export default function ProfilePage() {
  const { t } = useTranslation('platform');
  const { data: profile, isPending, error, refetch } = server.useQuery('get', '/api/profile');
  return (
    <>
      <PageHead title={t('profile.title')} note={profile?.login} />
      {isPending && <Skeleton active title={false} paragraph={{ rows: 12 }} />}
      {error && !profile && <LoadFailed error={error} retry={refetch} />}
      {profile && (
        <div className={s.columns}>
          <div>
            <Basics profile={profile} />
            <Appearance />
            <Password />
            <MyNotifications />
          </div>
          <div>
            <TwoFactor profile={profile} />
            <Passkeys profile={profile} />
            <Sessions />
            <Tokens />
          </div>
        </div>
      )}
    </>
  );
}
