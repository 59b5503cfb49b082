import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { Instant } from '@/shared/ui/figures/Texts';
import { RecordDrawer } from '@/shared/ui/form/RecordDrawer';
import type { AuditLine } from './AuditPage';
import s from './audit.module.css';
import { ActionTag, eventText, useFieldText } from './words';

interface AuditDrawerProps {
  entity: string;
  entityId: string;
  /** The line that was clicked; the others of the same record stand around it. */
  line: number;
  onClose: () => void;
}

/** The history of one record, newest first, with the chosen line open. */
export function AuditDrawer({ entity, entityId, line, onClose }: AuditDrawerProps) {
  const { t } = useTranslation('platform');
  const { data, isPending, error, refetch } = server.useQuery('get', '/api/audit', {
    params: { query: { entity, entityId, size: 200, sort: '-at' } },
  });
  return (
    <RecordDrawer
      title={data?.items[0]?.entityName ?? t('audit.title')}
      tags={<span className="number">{entityId}</span>}
      onClose={onClose}
      isPending={isPending}
      error={error}
      retry={refetch}
      width={720}
    >
      {data?.items.map((one) => (
        <details key={one.id} className={s.line} open={one.id === line}>
          <summary>
            <ActionTag action={one.action} />
            <Instant value={one.at} />
            <span>{one.personName ?? one.login}</span>
          </summary>
          <Changes of={one} />
          <p className="muted">{[one.via, one.from, one.position && `#${one.position}`].filter(Boolean).join(' · ')}</p>
        </details>
      ))}
    </RecordDrawer>
  );
}

const shown = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return '–';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

function Changes({ of }: { of: AuditLine }) {
  const { t } = useTranslation('platform');
  const fieldText = useFieldText();
  const changes = Object.entries(of.changes);
  if (changes.length === 0) return null;
  return (
    <table className={s.changes}>
      <thead>
        <tr>
          <th>{t('audit.field')}</th>
          <th>{t('audit.before')}</th>
          <th>{t('audit.after')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(([field, [before, after]]) => (
          <tr key={field}>
            <th scope="row">{fieldText(field)}</th>
            <td>{shown(before)}</td>
            <td>{of.action === 'Noted' ? eventText(t, shown(after)) : shown(after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
