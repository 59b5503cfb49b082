import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import type { RowOf } from '@/shared/api/types';
import { useOpenRecord } from '@/shared/ui/form/useOpenRecord';
import type { Column } from '@/shared/ui/list/columns';
import { DataTable } from '@/shared/ui/list/DataTable';
import type { Filter } from '@/shared/ui/list/filters';
import { PageHead } from '@/shared/ui/PageHead';
import { AuditDrawer } from './AuditDrawer';
import { ActionTag, eventText, useFieldText } from './words';

export type AuditLine = RowOf<'/api/audit'>;
type T = TFunction<'platform'>;

/** The fields that changed; of a noted event what it says. */
const summaryOf = (t: T, fieldText: (field: string) => string, { action, changes }: AuditLine): string =>
  Object.entries(changes)
    .map(([field, [, after]]) => (action === 'Noted' ? eventText(t, String(after)) : fieldText(field)))
    .join(t('audit.comma'));

const columns = (t: T, fieldText: (field: string) => string): Column<AuditLine>[] => [
  { key: 'at', title: t('audit.at'), kind: 'instant', sortable: true, card: 'line' },
  {
    key: 'entity',
    title: t('audit.entity'),
    kind: 'name',
    width: 180,
    sortable: true,
    render: (row) => row.entityName,
  },
  {
    key: 'action',
    title: t('audit.action'),
    width: 100,
    sortable: true,
    card: 'line',
    render: (row) => <ActionTag action={row.action} />,
  },
  {
    key: 'changes',
    title: t('audit.changes'),
    width: 280,
    card: 'none',
    render: (row) => summaryOf(t, fieldText, row),
  },
  { key: 'personName', title: t('audit.person'), width: 110, card: 'line', render: (row) => row.personName ?? '–' },
  { key: 'login', title: t('audit.login'), width: 110, sortable: true, card: 'none' },
  { key: 'via', title: t('audit.via'), width: 190, sortable: true, card: 'none' },
  { key: 'from', title: t('audit.from'), width: 130, sortable: true, optional: true, card: 'none' },
  { key: 'entityId', title: t('audit.id'), width: 300, optional: true, card: 'none' },
  { key: 'position', title: t('audit.position'), kind: 'number', optional: true, card: 'none' },
];

const filters = (t: T, subjects: { entity: string; name: string }[]): Filter[] => [
  {
    kind: 'choice',
    name: 'entity',
    label: t('audit.entity'),
    options: subjects.map(({ entity, name }) => ({ value: entity, label: name })),
  },
  { kind: 'record', name: 'person', label: t('audit.person'), path: '/api/people' },
  // Its two ends are asked for as From and To; the server does not mind the case.
  { kind: 'days', name: '', label: t('audit.day') },
];

/** Who changed what, when and from where. Nothing can be taken out of it. */
export default function AuditPage() {
  const { t } = useTranslation('platform');
  const fieldText = useFieldText();
  const line = useOpenRecord();
  const { data: subjects } = server.useQuery('get', '/api/audit/subjects');
  const [entity, entityId, id] = line.id?.split('~') ?? [];
  return (
    <>
      <PageHead title={t('audit.title')} />
      <DataTable
        path="/api/audit"
        name="audit"
        label={t('audit.title')}
        searchHint={t('audit.search')}
        columns={columns(t, fieldText)}
        filters={filters(t, subjects?.items ?? [])}
        empty={t('audit.empty')}
        open={(row) => line.to(`${row.entity}~${row.entityId}~${row.id}`)}
        canExport
      />
      {entity && entityId && id && (
        <AuditDrawer entity={entity} entityId={entityId} line={Number(id)} onClose={line.close} />
      )}
    </>
  );
}
