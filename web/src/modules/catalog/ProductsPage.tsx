import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { useCan } from '@/shared/api/session';
import type { RowOf } from '@/shared/api/types';
import { Dash } from '@/shared/ui/figures/Texts';
import type { Column } from '@/shared/ui/list/columns';
import type { Filter } from '@/shared/ui/list/filters';
import { ListPage } from '@/shared/ui/list/ListPage';
import { StatusTag } from '@/shared/ui/StatusTag';
import { ProductDrawer } from './ProductDrawer';
import { AddProduct } from './ProductForm';
import { unitPriceText } from './unitPrice';

type T = TFunction<'catalog'>;

const columns = (t: T, seesCosts: boolean): Column<RowOf<'/api/products'>>[] => [
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
  ...(seesCosts
    ? [
        {
          key: 'costPrice' as const,
          title: t('costPrice'),
          kind: 'money' as const,
          render: (row: RowOf<'/api/products'>) =>
            row.costPrice ? <span className="number">{unitPriceText(row.costPrice)}</span> : <Dash />,
        },
      ]
    : []),
  { key: 'unit', title: t('unit'), width: 96 },
  {
    key: 'isActive',
    title: t('sale'),
    width: 132,
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
  const mayEdit = useCan('catalog.edit');
  const mayImport = useCan('catalog.import');
  const lines = useLines();
  const seesCosts = useCan('catalog.costs');
  return (
    <ListPage
      path="/api/products"
      name="products"
      title={t('title')}
      searchHint={t('search')}
      columns={columns(t, seesCosts)}
      filters={filters(t, lines)}
      empty={t('empty')}
      add={mayEdit ? t('create') : null}
      bring={mayImport ? { kind: 'products', label: t('import') } : null}
      canExport
      drawer={(id, close) => <ProductDrawer id={id} onClose={close} />}
      form={(_, close) => mayEdit && <AddProduct onClose={close} />}
    />
  );
}
