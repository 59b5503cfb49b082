import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import type { RowOf } from '@/shared/api/types';
import type { Column } from '@/shared/ui/list/columns';
import { ListPage } from '@/shared/ui/list/ListPage';
import { StatusTag } from '@/shared/ui/StatusTag';
import { standingOf, standingTones } from './plan';

/** Every re-organisation of the house: being planned, ahead of its day, in force. */
export default function ReorganizationsPage() {
  const { t } = useTranslation('organization');
  const columns: Column<RowOf<'/api/reorganizations'>>[] = [
    { key: 'name', title: t('reorganizations.name'), kind: 'name', sortable: true },
    { key: 'day', title: t('reorganizations.day'), kind: 'day', sortable: true },
    {
      key: 'state',
      title: t('reorganizations.state'),
      width: 120,
      sortable: true,
      render: (row) => (
        <StatusTag tone={standingTones[standingOf(row)]}>{t(`reorganizations.standing.${standingOf(row)}`)}</StatusTag>
      ),
    },
    { key: 'editedByName', title: t('reorganizations.editedBy'), width: 120, sortable: true },
    { key: 'editedAt', title: t('reorganizations.editedAt'), kind: 'instant', sortable: true, card: 'none' },
    { key: 'appliedByName', title: t('reorganizations.appliedBy'), width: 120, sortable: true, card: 'none' },
    { key: 'appliedAt', title: t('reorganizations.appliedAt'), kind: 'instant', sortable: true, card: 'none' },
  ];
  return (
    <ListPage
      path="/api/reorganizations"
      name="reorganizations"
      title={t('reorganizations.title')}
      searchHint={t('reorganizations.search')}
      columns={columns}
      filters={[
        {
          kind: 'choice',
          name: 'state',
          label: t('reorganizations.state'),
          options: (['Draft', 'Applied', 'Withdrawn'] as const).map((value) => ({
            value,
            label: t(`reorganizations.states.${value}`),
          })),
        },
      ]}
      empty={t('reorganizations.empty')}
      add={t('reorganizations.create')}
      canExport
      open={({ id }) => `/reorganizations/${id}`}
      form={() => <Navigate to="/reorganizations/new" replace />}
    />
  );
}
