import { ImportOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { server } from '@/shared/api/client';
import { useCan } from '@/shared/api/session';
import type { RowOf } from '@/shared/api/types';
import { useOpenRecord } from '@/shared/ui/form/useOpenRecord';
import type { Column } from '@/shared/ui/list/columns';
import { DataTable } from '@/shared/ui/list/DataTable';
import type { Filter } from '@/shared/ui/list/filters';
import { useIsPhone } from '@/shared/ui/media';
import { PageHead } from '@/shared/ui/PageHead';
import { StatusTag } from '@/shared/ui/StatusTag';
import { ProductDrawer } from './ProductDrawer';
import { AddProduct } from './ProductForm';
import { unitPriceText } from './unitPrice';

type T = TFunction<'catalog'>;

const columns = (t: T): Column<RowOf<'/api/products'>>[] => [
  { key: 'number', title: t('number'), width: 120, sortable: true },
  { key: 'name', title: t('name'), kind: 'name', sortable: true },
  { key: 'line', title: t('line'), width: 160, sortable: true },
  {
    key: 'listPrice',
    title: t('listPrice'),
    kind: 'money',
    sortable: true,
    render: (row) => <span className="number">{unitPriceText(row.listPrice)}</span>,
  },
  { key: 'unit', title: t('unit'), width: 96 },
  {
    key: 'isActive',
    title: t('sale'),
    width: 120,
    sortable: true,
    render: (row) => <SaleTag isActive={row.isActive} />,
  },
];

export function SaleTag({ isActive }: { isActive: boolean }) {
  const { t } = useTranslation('catalog');
  return <StatusTag tone={isActive ? 'good' : 'neutral'}>{isActive ? t('onSale') : t('offSale')}</StatusTag>;
}

/** The product lines in use, from the first products; the server keeps no list of them. */
export function useLines(): string[] {
  const { data } = server.useQuery('get', '/api/products', { params: { query: { size: 200, sort: 'line' } } });
  return [...new Set(data?.items.flatMap(({ line }) => line ?? []))];
}

const filters = (t: T, lines: string[]): Filter[] => [
  { kind: 'choice', name: 'line', label: t('line'), options: lines.map((line) => ({ value: line, label: line })) },
  {
    kind: 'choice',
    name: 'active',
    label: t('sale'),
    options: [
      { value: 'true', label: t('onSale') },
      { value: 'false', label: t('offSale') },
    ],
  },
];

export default function ProductsPage() {
  const { t } = useTranslation('catalog');
  const isPhone = useIsPhone();
  const navigate = useNavigate();
  const record = useOpenRecord();
  const creating = useOpenRecord('create');
  const mayEdit = useCan('catalog.edit');
  const mayImport = useCan('catalog.import');
  const lines = useLines();
  const create = mayEdit ? { label: t('create'), onClick: () => creating.open('new') } : undefined;
  return (
    <>
      <PageHead
        title={t('title')}
        actions={
          <>
            {mayImport && !isPhone && (
              <Button icon={<ImportOutlined />} onClick={() => navigate('/imports/new?kind=products')}>
                {t('import')}
              </Button>
            )}
            {create && (
              <Button type="primary" icon={<PlusOutlined />} onClick={create.onClick}>
                {create.label}
              </Button>
            )}
          </>
        }
      />
      <DataTable
        path="/api/products"
        name="products"
        label={t('title')}
        searchHint={t('search')}
        columns={columns(t)}
        filters={filters(t, lines)}
        empty={t('empty')}
        open={(row) => record.to(row.id)}
        create={create}
        canExport
      />
      {record.id && <ProductDrawer id={record.id} onClose={record.close} />}
      {creating.id === 'new' && mayEdit && <AddProduct onClose={creating.close} />}
    </>
  );
}
