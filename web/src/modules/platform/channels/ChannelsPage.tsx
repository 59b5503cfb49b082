import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PageHead } from '@/shared/ui/PageHead';
import s from './channels.module.css';
import { HouseRules } from './HouseRules';
import { MailServer } from './MailServer';
import { Robots } from './Robots';

/** How the house tells its people: mail, groups, and what holds unless somebody chooses otherwise. */
export default function ChannelsPage() {
  const { t } = useTranslation('platform');
  return (
    <>
      <PageHead title={t('channels.title')} actions={<Link to="/deliveries">{t('channels.toDeliveries')}</Link>} />
      <div className={s.columns}>
        <div>
          <MailServer />
          <Robots />
        </div>
        <HouseRules />
      </div>
    </>
  );
}
