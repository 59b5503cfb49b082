import { Button } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import type { Column } from '@/shared/ui/list/columns';
import { DataTable } from '@/shared/ui/list/DataTable';
import type { Filter } from '@/shared/ui/list/filters';
import { PageHead } from '@/shared/ui/PageHead';
import { StatusTag } from '@/shared/ui/StatusTag';
import { toast } from '@/shared/ui/toast';
import { type Delivery, deliveryStates, deliveryTones } from '../notifications/words';

type T = TFunction<'platform'>;

const to = (row: Delivery) => (row.channel === 'Robot' ? row.robotName : (row.personName ?? row.login));

const columns = (t: T, retry: (row: Delivery) => void): Column<Delivery>[] => [
  { key: 'createdAt', title: t('deliveries.createdAt'), kind: 'instant', sortable: true, card: 'line' },
  { key: 'kind', title: t('deliveries.kind'), kind: 'name', width: 170, sortable: true, render: (row) => row.kindName },
  {
    key: 'channel',
    title: t('deliveries.channel'),
    width: 90,
    sortable: true,
    card: 'line',
    render: (row) => t(`deliveries.channels.${row.channel}`),
  },
  {
    key: 'login',
    title: t('deliveries.to'),
    width: 140,
    sortable: true,
    card: 'line',
    render: (row) => to(row) ?? '–',
  },
  {
    key: 'state',
    title: t('deliveries.state'),
    width: 100,
    sortable: true,
    card: 'corner',
    render: (row) => <StatusTag tone={deliveryTones[row.state]}>{t(`deliveries.states.${row.state}`)}</StatusTag>,
  },
  {
    key: 'reason',
    title: t('deliveries.reason'),
    width: 260,
    card: 'line',
    render: (row) => [row.reason, row.detail].filter(Boolean).join(' · ') || '–',
  },
  {
    key: 'can',
    title: t('deliveries.again'),
    width: 100,
    card: 'line',
    render: (row) =>
      row.can?.includes('retry') ? (
        <Button size="small" onClick={() => retry(row)}>
          {t('deliveries.retry')}
        </Button>
      ) : null,
  },
  {
    key: 'attempts',
    title: t('deliveries.attempts'),
    kind: 'number',
    width: 80,
    sortable: true,
    optional: true,
    card: 'none',
  },
  { key: 'sentAt', title: t('deliveries.sentAt'), kind: 'instant', sortable: true, optional: true, card: 'none' },
  { key: 'nextAt', title: t('deliveries.nextAt'), kind: 'instant', sortable: true, optional: true, card: 'none' },
];

/** What went out by mail and to groups, and what did not. What it says is its reader's. */
export default function DeliveriesPage() {
  const { t } = useTranslation('platform');
  const { data: settings } = server.useQuery('get', '/api/notification-settings');
  const retry = server.useMutation('post', '/api/deliveries/{id}/retry');
  const retryAll = server.useMutation('post', '/api/deliveries/retry-failed', {
    onSuccess: ({ count }) => toast.success(t('deliveries.retried', { count })),
  });
  const filters: Filter[] = [
    {
      kind: 'choice',
      name: 'state',
      label: t('deliveries.state'),
      options: deliveryStates.map((value) => ({ value, label: t(`deliveries.states.${value}`) })),
    },
    {
      kind: 'choice',
      name: 'channel',
      label: t('deliveries.channel'),
      options: (['Email', 'Robot'] as const).map((value) => ({ value, label: t(`deliveries.channels.${value}`) })),
    },
    {
      kind: 'choice',
      name: 'kind',
      label: t('deliveries.kind'),
      options: settings?.kinds.map(({ kind, name }) => ({ value: kind, label: name })) ?? [],
    },
    { kind: 'record', name: 'person', label: t('deliveries.person'), path: '/api/people' },
    { kind: 'days', name: '', label: t('deliveries.createdAt') },
  ];
  return (
    <>
      <PageHead
        title={t('deliveries.title')}
        actions={
          <Button loading={retryAll.isPending} onClick={() => retryAll.mutate({})}>
            {t('deliveries.retryAll')}
          </Button>
        }
      />
      <DataTable
        path="/api/deliveries"
        name="deliveries"
        label={t('deliveries.title')}
        searchHint={t('deliveries.search')}
        columns={columns(t, (row) => retry.mutate({ params: { path: { id: row.id } } }))}
        filters={filters}
        empty={t('deliveries.empty')}
      />
    </>
  );
}
