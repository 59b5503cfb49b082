import { useTranslation } from 'react-i18next';
import { minutesParts } from './words';

/** A length of time as people say it: 2 d 3 h, 45 min. */
export function useDuration(): (minutes: number) => string {
  const { t } = useTranslation('approvals');
  return (total) => {
    const { days, hours, minutes } = minutesParts(Math.max(0, Math.round(total)));
    if (days > 0) return hours > 0 ? t('time.daysHours', { days, hours }) : t('time.days', { days });
    if (hours > 0) return minutes > 0 ? t('time.hoursMinutes', { hours, minutes }) : t('time.hours', { hours });
    return t('time.minutes', { minutes });
  };
}

/** For how long it has been so. The page reads anew often enough that it need not tick. */
export function Since({ at, until }: { at: string | null | undefined; until?: string | null }) {
  const say = useDuration();
  if (!at) return null;
  const end = until ? Date.parse(until) : Date.now();
  return <span className="number">{say((end - Date.parse(at)) / 60_000)}</span>;
}
