import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { useCan } from '@/shared/api/session';
import type { RowOf } from '@/shared/api/types';
import { percentText } from '@/shared/format/amount';
import { confirmed } from '@/shared/ui/confirm';
import { Delta, Percent } from '@/shared/ui/figures/Texts';
import type { Column } from '@/shared/ui/list/columns';
import type { Filter } from '@/shared/ui/list/filters';
import { ListPage } from '@/shared/ui/list/ListPage';
import { Panel } from '@/shared/ui/Panel';
import { TerritoryNav } from '../TerritoryNav';
import s from '../territories.module.css';
import { FigureForm } from './FigureForm';
import { Series } from './Series';

type Row = RowOf<'/api/market-figures'>;

export const marketUnits = ['Sets', 'Yuan', 'Brands'] as const;

const quantity = (value?: string | null) =>
  value ? <span className="number">{Number(value).toLocaleString()}</span> : '–';

const columns = (t: TFunction<'territories'>): Column<Row>[] => [
  { key: 'year', title: t('market.year'), kind: 'name', width: 80, sortable: true },
  {
    key: 'territoryName',
    title: t('name'),
    width: 120,
    sortable: true,
    card: 'line',
    render: (row) => row.territoryName ?? t('market.world'),
  },
  {
    key: 'industry',
    title: t('market.of'),
    width: 150,
    card: 'line',
    render: (row) => [row.industry, row.line, row.brand].filter(Boolean).join(' · ') || '–',
  },
  {
    key: 'amount',
    title: t('market.amount'),
    width: 150,
    sortable: true,
    card: 'corner',
    render: (row) => (
      <>
        {quantity(row.amount)}
        {row.upper && <> – {quantity(row.upper)}</>} <small>{t(`market.units.${row.unit ?? 'Sets'}`)}</small>
      </>
    ),
  },
  { key: 'growth', title: t('market.growth'), width: 90, render: (row) => <Delta value={row.growth} /> },
  { key: 'sold', title: t('market.sold'), width: 110, render: (row) => quantity(row.sold) },
  { key: 'ownShare', title: t('market.ownShare'), width: 90, render: (row) => <Percent value={row.ownShare} /> },
  { key: 'target', title: t('market.target'), width: 110, optional: true, render: (row) => quantity(row.target) },
  {
    key: 'neededShare',
    title: t('market.neededShare'),
    width: 110,
    render: (row) => <Percent value={row.neededShare} />,
  },
  { key: 'source', title: t('market.source'), width: 180, sortable: true, card: 'none' },
];

/** How large the market is, and how much of it is ours. */
export default function MarketPage() {
  const { t } = useTranslation(['territories', 'shared']);
  const mayEdit = useCan('territories.market-edit');
  const remove = server.useMutation('delete', '/api/market-figures/{id}');
  const filters: Filter[] = [
    { kind: 'record', name: 'territory', label: t('name'), path: '/api/territories' },
    { kind: 'text', name: 'year', label: t('market.year') },
    {
      kind: 'choice',
      name: 'unit',
      label: t('market.unit'),
      options: marketUnits.map((unit) => ({ value: unit, label: t(`market.units.${unit}`) })),
    },
  ];
  const ask = async (row: Row) => {
    if (await confirmed({ title: t('market.removeAsk', { year: row.year }), yes: t('shared:remove'), danger: true }))
      remove.mutate({ params: { path: { id: row.id } } });
  };
  return (
    <ListPage
      path="/api/market-figures"
      name="market-figures"
      title={t('market.title')}
      above={
        <>
          <TerritoryNav />
          <div className={s.stack}>
            <Checks />
            <Series />
          </div>
        </>
      }
      columns={columns(t)}
      filters={filters}
      searchHint={t('market.source')}
      empty={t('market.empty')}
      add={mayEdit ? t('market.add') : null}
      bring={mayEdit ? { kind: 'market-figures', label: t('import') } : null}
      canExport
      actions={(row) =>
        mayEdit ? [{ key: 'remove', label: t('shared:remove'), danger: true, onClick: () => ask(row) }] : []
      }
      drawer={(id, close) => (mayEdit ? <FigureForm id={id} onClose={close} /> : null)}
      form={(_, close) => <FigureForm onClose={() => close()} />}
    />
  );
}

/** Figures that contradict each other, with the exact value. */
function Checks() {
  const { t } = useTranslation('territories');
  const { data } = server.useQuery('get', '/api/market-checks');
  if (!data || data.items.length === 0) return null;
  return (
    <Panel title={t('market.checks')} note={t('market.checksNote')}>
      <ul className={s.list}>
        {data.items.map((line) => (
          <li key={`${line.id}${line.kind}`}>
            <span>
              <b>{line.figure}</b> {t(`market.faults.${line.kind}`)}
              {line.with.length > 0 && <small> ({line.with.join('、')})</small>}
            </span>
            {line.said && (
              <span>
                {t('market.said')} {percentText(line.said, 2)}
              </span>
            )}
            <b>
              {t('market.exact')} {percentText(line.exact, 2)}
            </b>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
