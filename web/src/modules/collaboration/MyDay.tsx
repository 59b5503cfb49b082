import { CheckSquareOutlined, NotificationOutlined, TeamOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { server } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import { Day } from '@/shared/ui/figures/Texts';
import s from './MyDay.module.css';
import { clockText } from './meetings/words';

const shown = 3;

/** One strip over the figures: my tasks of today and before, my meetings of today, notices to read. Nothing, when nothing waits. */
export default function MyDay() {
  const { t } = useTranslation('collaboration');
  const { company } = useSession();
  const { data: counts } = server.useQuery('get', '/api/collaboration/counts');
  const { data: tasks } = server.useQuery('get', '/api/tasks', {
    params: { query: { box: 'Mine', open: true, to: company.today, size: shown, sort: 'dueOn' } },
  });
  const { data: meetings } = server.useQuery('get', '/api/meetings', {
    params: { query: { box: 'Mine', state: 'Planned', from: company.today, to: company.today, size: shown } },
  });
  if (!counts || !tasks || !meetings) return null;
  if (tasks.total + meetings.total + counts.notices === 0) return null;
  return (
    <nav className={s.day} aria-label={t('myDay.title')}>
      {tasks.items.map((task) => (
        <Link key={task.id} to={`/tasks?open=${task.id}`} data-late={!!task.dueOn && task.dueOn < company.today}>
          <CheckSquareOutlined />
          <span>{task.title}</span>
          <small>{task.dueOn === company.today ? t('myDay.today') : <Day value={task.dueOn} />}</small>
        </Link>
      ))}
      {tasks.total > shown && (
        <Link to="/tasks">
          <span>{t('myDay.moreCount', { count: tasks.total - shown })}</span>
        </Link>
      )}
      {meetings.items.map((meeting) => (
        <Link key={meeting.id} to={`/meetings?open=${meeting.id}`}>
          <TeamOutlined />
          <span>{meeting.title}</span>
          <small className="number">{clockText(meeting.from)}</small>
        </Link>
      ))}
      {counts.notices > 0 && (
        <Link to="/notices">
          <NotificationOutlined />
          <span>{t('myDay.notices')}</span>
          <small className="number">{counts.notices}</small>
        </Link>
      )}
    </nav>
  );
}
