import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import { agoText } from '@/shared/format/day';
import { useLanguage } from '@/shared/text/language';
import { Panel } from '@/shared/ui/Panel';
import { StatusTag } from '@/shared/ui/StatusTag';
import s from './ProfilePage.module.css';

/** "Chrome · Windows" of the long string browsers send. */
function browserOf(userAgent: string): string {
  const browser = /(Edg|OPR|Firefox|Chrome|Safari|MicroMessenger)\//.exec(userAgent)?.[1];
  const system = /(iPhone|iPad|Android|Windows|Mac OS X|Linux)/.exec(userAgent)?.[1];
  return [browser === 'Edg' ? 'Edge' : browser, system].filter(Boolean).join(' · ') || userAgent;
}

export function Sessions() {
  const { t } = useTranslation('platform');
  const language = useLanguage();
  const { company } = useSession();
  const { data } = server.useQuery('get', '/api/profile/sessions');
  const end = server.useMutation('delete', '/api/profile/sessions/{id}');
  const endOthers = server.useMutation('post', '/api/profile/sessions/end-others');
  const items = data?.items ?? [];
  return (
    <Panel
      title={t('sessions.title')}
      extra={
        items.length > 1 && (
          <Button type="text" danger loading={endOthers.isPending} onClick={() => endOthers.mutate({})}>
            {t('sessions.endOthers')}
          </Button>
        )
      }
    >
      <ul className={s.rows}>
        {items.map((session) => (
          <li key={session.id}>
            <span>
              {session.userAgent ? browserOf(session.userAgent) : t('sessions.unknown')}
              <small>
                {[session.ip, agoText(session.lastSeenAt, language, company.timeZone)].filter(Boolean).join(' · ')}
              </small>
            </span>
            {session.current ? (
              <StatusTag tone="good">{t('sessions.current')}</StatusTag>
            ) : (
              <Button type="text" danger onClick={() => end.mutate({ params: { path: { id: session.id } } })}>
                {t('sessions.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
