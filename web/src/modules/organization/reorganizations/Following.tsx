import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { server } from '@/shared/api/client';
import { RecordDrawer } from '@/shared/ui/form/RecordDrawer';
import s from './reorganizations.module.css';

interface FollowingProps {
  person: string;
  name: string;
  kind: string;
  kindName: string;
  day: string;
  onClose: () => void;
}

/** The things of one kind that go along with somebody, as far as the reader may see them. */
export function Following({ person, name, kind, kindName, day, onClose }: FollowingProps) {
  const { t } = useTranslation('organization');
  const { data, isPending, error, refetch } = server.useQuery('get', '/api/reorganizations/following', {
    params: { query: { person, kind, day } },
  });
  const hidden = data ? data.total - data.items.length : 0;
  return (
    <RecordDrawer
      title={t('reorganizations.followsWith', { kind: kindName, name })}
      width={480}
      onClose={onClose}
      isPending={isPending}
      error={error}
      retry={refetch}
    >
      {hidden > 0 && <p className="muted">{t('leavers.hidden', { count: hidden })}</p>}
      <ul className={s.list}>
        {data?.items.map((thing) => (
          <li key={thing.id}>
            <Link to={thing.link}>{thing.title}</Link>
            <span className="muted">{thing.note}</span>
          </li>
        ))}
      </ul>
    </RecordDrawer>
  );
}
