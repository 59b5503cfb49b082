import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { server } from '@/shared/api/client';
import { useIsPhone } from '@/shared/ui/media';
import { Panel } from '@/shared/ui/Panel';
import s from './care.module.css';
import { useReason } from './NextDeed';

/** On a rep's home: with whom to do what next, and how much care is due. Nothing, when nothing is to be done. */
export default function NextDeeds() {
  const { t } = useTranslation('customers');
  const isPhone = useIsPhone();
  const reason = useReason();
  const { data } = server.useQuery('get', '/api/next-actions', { params: { query: { size: isPhone ? 3 : 6 } } });
  if (!data || data.total + data.due + data.overdue === 0) return null;
  return (
    <Panel
      className={s.home}
      title={t('care.nextDeeds')}
      note={t('care.nextOf', { count: data.total })}
      extra={
        data.due + data.overdue > 0 && (
          <span className={s.counts}>
            {data.due > 0 && <Link to="/care?mine=true&due=Today">{t('care.dueToday', { count: data.due })}</Link>}
            {data.overdue > 0 && (
              <Link to="/care?mine=true&due=Overdue">{t('care.overdueCount', { count: data.overdue })}</Link>
            )}
          </span>
        )
      }
    >
      <ul className={s.next} aria-label={t('care.nextDeeds')}>
        {data.items.map((row) => (
          <li key={row.customerId}>
            <Link to={row.link}>{row.customerName}</Link>
            <span>{reason(row)}</span>
            <small>{row.script}</small>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
