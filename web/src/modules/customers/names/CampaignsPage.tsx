import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/shared/api/session';
import type { RowOf } from '@/shared/api/types';
import type { Column } from '@/shared/ui/list/columns';
import type { Filter } from '@/shared/ui/list/filters';
import { ListPage } from '@/shared/ui/list/ListPage';
import { StatusTag } from '@/shared/ui/StatusTag';
import { CampaignForm } from './CampaignForm';
import { NamesNav } from './NamesNav';
import { campaignStates, campaignTones } from './words';

type T = TFunction<'customers'>;

const columns = (t: T): Column<RowOf<'/api/campaigns'>>[] => [
  { key: 'number', title: t('number'), width: 104, sortable: true, card: 'none' },
  { key: 'name', title: t('campaigns.name'), kind: 'name', sortable: true },
  {
    key: 'state',
    title: t('state'),
    width: 96,
    sortable: true,
    card: 'corner',
    render: (row) => <StatusTag tone={campaignTones[row.state]}>{t(`campaigns.states.${row.state}`)}</StatusTag>,
  },
  { key: 'first', title: t('campaigns.first'), kind: 'day', sortable: true, card: 'line' },
  { key: 'last', title: t('campaigns.last'), kind: 'day', sortable: true, card: 'none' },
  { key: 'ownerName', title: t('campaigns.owner'), width: 96, sortable: true, card: 'line' },
  { key: 'products', title: t('campaigns.products'), width: 140, card: 'none' },
  { key: 'industries', title: t('campaigns.industries'), width: 140, card: 'none' },
  { key: 'names', title: t('names.title'), kind: 'number', sortable: true, card: 'line' },
  { key: 'called', title: t('names.states.Called'), kind: 'number', sortable: true, card: 'none' },
  { key: 'customers', title: t('names.states.Customer'), kind: 'number', sortable: true, card: 'none' },
];

const filters = (t: T): Filter[] => [
  {
    kind: 'choice',
    name: 'state',
    label: t('state'),
    options: campaignStates.map((state) => ({ value: state, label: t(`campaigns.states.${state}`) })),
  },
  { kind: 'record', name: 'owner', label: t('campaigns.owner'), path: '/api/people' },
];

/** For what names are prepared, and how far it is. */
export default function CampaignsPage() {
  const { t } = useTranslation('customers');
  const may = useCan('customers.campaigns-edit');
  return (
    <ListPage
      path="/api/campaigns"
      name="campaigns"
      title={t('campaigns.title')}
      above={<NamesNav />}
      searchHint={t('campaigns.search')}
      columns={columns(t)}
      filters={filters(t)}
      empty={t('campaigns.empty')}
      open={(row) => `/campaigns/${row.id}`}
      add={may ? t('campaigns.create') : null}
      canExport
      form={(_, close) => may && <CampaignForm campaign={null} onClose={close} />}
    />
  );
}
