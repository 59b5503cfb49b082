import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { useCan } from '@/shared/api/session';
import type { Column } from '@/shared/ui/list/columns';
import type { Filter } from '@/shared/ui/list/filters';
import { ListPage } from '@/shared/ui/list/ListPage';
import { StatusTag } from '@/shared/ui/StatusTag';
import { NameDrawer } from './NameDrawer';
import { NamesNav } from './NamesNav';
import { type NameRow, nameStates, nameTones } from './words';

type T = TFunction<'customers'>;

export const nameColumns = (t: T): Column<NameRow>[] => [
  { key: 'name', title: t('names.fields.name'), kind: 'name', sortable: true },
  {
    key: 'state',
    title: t('state'),
    width: 96,
    sortable: true,
    card: 'corner',
    render: (row) => <StatusTag tone={nameTones[row.state]}>{t(`names.states.${row.state}`)}</StatusTag>,
  },
  { key: 'campaignName', title: t('names.campaign'), width: 160, sortable: true, card: 'line' },
  {
    key: 'legalRepresentative',
    title: t('names.fields.legalRepresentative'),
    width: 110,
    sortable: true,
    card: 'none',
  },
  { key: 'headName', title: t('names.fields.headName'), width: 110, sortable: true, card: 'none' },
  { key: 'phone', title: t('names.fields.phone'), width: 130, sortable: true, card: 'line' },
  { key: 'mobile', title: t('names.fields.mobile'), width: 124, card: 'none' },
  { key: 'city', title: t('city'), width: 80, sortable: true, card: 'none' },
  { key: 'completeness', title: t('completeness'), kind: 'rate', sortable: true, card: 'none' },
  { key: 'ownerName', title: t('owner'), width: 88, sortable: true, card: 'line' },
  { key: 'day', title: t('names.day'), kind: 'day', sortable: true, card: 'none' },
  { key: 'preparedByName', title: t('names.preparedBy'), width: 88, sortable: true, optional: true },
  { key: 'hobbies', title: t('names.fields.hobbies'), width: 120, optional: true },
  { key: 'strengths', title: t('names.fields.strengths'), width: 120, optional: true },
  { key: 'industry', title: t('industry'), width: 100, sortable: true, optional: true },
  { key: 'fax', title: t('names.fields.fax'), width: 120, optional: true },
  { key: 'email', title: t('names.fields.email'), width: 160, optional: true },
  { key: 'remark', title: t('remark'), width: 200, optional: true },
  { key: 'reason', title: t('names.reason'), width: 140, optional: true },
];

export const nameFilters = (t: T): Filter[] => [
  {
    kind: 'choice',
    name: 'state',
    label: t('state'),
    options: nameStates.map((state) => ({ value: state, label: t(`names.states.${state}`) })),
  },
  { kind: 'record', name: 'campaign', label: t('names.campaign'), path: '/api/campaigns' },
  { kind: 'record', name: 'owner', label: t('owner'), path: '/api/people' },
  { kind: 'record', name: 'preparedBy', label: t('names.preparedBy'), path: '/api/people' },
  {
    kind: 'choice',
    name: 'whole',
    label: t('completeness'),
    options: (['true', 'false'] as const).map((value) => ({ value, label: t(`names.whole.${value}`) })),
  },
  { kind: 'days', name: '', label: t('names.day') },
];

/** The names one sees, of all campaigns. */
export default function NamesPage() {
  const { t } = useTranslation('customers');
  const mayEdit = useCan('customers.edit');
  const mayImport = useCan('customers.import');
  return (
    <ListPage
      path="/api/customer-names"
      name="customer-names"
      title={t('names.title')}
      above={<NamesNav />}
      searchHint={t('names.search')}
      columns={nameColumns(t)}
      filters={nameFilters(t)}
      empty={t('names.empty')}
      add={mayEdit ? t('names.enter') : null}
      bring={mayImport ? { kind: 'customer-names', label: t('import') } : null}
      canExport
      form={() => mayEdit && <Navigate to="/customer-names/entry" replace />}
      drawer={(id, close) => <NameDrawer id={id} onClose={close} />}
    />
  );
}
