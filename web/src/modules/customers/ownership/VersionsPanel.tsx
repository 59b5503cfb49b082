import { DeleteOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import type { Reply } from '@/shared/api/types';
import { Day } from '@/shared/ui/figures/Texts';
import { IconButton } from '@/shared/ui/IconButton';
import { Panel } from '@/shared/ui/Panel';
import s from '../customers.module.css';

/** Every version that held, holds, or is to hold; only the last may be taken back. */
export function VersionsPanel({ versions }: { versions: Reply<'/api/ownership-rules'>['items'] }) {
  const { t } = useTranslation(['customers', 'shared']);
  const remove = server.useMutation('delete', '/api/ownership-rules/{id}');
  return (
    <Panel title={t('rules.versions')} className={s.after}>
      <ol className={s.spells}>
        {versions.map(({ id, first, byName, holds, rules, can }) => (
          <li key={id ?? 'usual'}>
            <span>
              {first ? <Day value={first} /> : t('rules.usual')}{' '}
              {holds && <span className={s.role}>{t('rules.holds')}</span>}
            </span>
            <span className="muted">
              {t('rules.lines', {
                protection: rules.protection.length,
                recycling: rules.recycling.length,
                claims: rules.claims.length,
              })}
              {byName && ` · ${byName}`}
            </span>
            {id && can.includes('delete') && (
              <IconButton
                label={t('shared:remove')}
                icon={<DeleteOutlined />}
                onClick={() => remove.mutate({ params: { path: { id } } })}
              />
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
