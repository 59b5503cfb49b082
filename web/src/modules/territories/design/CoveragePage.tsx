import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { server } from '@/shared/api/client';
import { FigureTable } from '@/shared/ui/figures/FigureTable';
import { Amount } from '@/shared/ui/figures/Texts';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { RemotePicker } from '@/shared/ui/inputs/RemotePicker';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import { StatusTag } from '@/shared/ui/StatusTag';
import { TerritoryNav } from '../TerritoryNav';
import s from '../territories.module.css';
import { coverageTones } from '../words';
import { ProvinceTiles } from './ProvinceTiles';

const kinds = ['Province', 'City', 'County', 'Industry', 'State', 'Territory'] as const;
type Kind = (typeof kinds)[number];

/** Which fields are covered and which are open: by place, industry, kind of customer, territory. */
export default function CoveragePage() {
  const { t } = useTranslation('territories');
  const [search, setSearch] = useSearchParams();
  const by = (kinds as readonly string[]).includes(search.get('by') ?? '') ? (search.get('by') as Kind) : 'Province';
  const under = search.get('under') ?? undefined;
  const territory = search.get('territory') ?? undefined;
  const days = Number(search.get('days')) || undefined;
  const { data, error, refetch } = server.useQuery('get', '/api/territory-coverage', {
    params: { query: { by, under, territory, days } },
  });
  const put = (change: Record<string, string | null>) =>
    setSearch((now) => {
      const next = new URLSearchParams(now);
      for (const [key, value] of Object.entries(change)) value ? next.set(key, value) : next.delete(key);
      return next;
    });
  const down = by === 'Province' ? 'City' : by === 'City' ? 'County' : null;
  const open = data?.items.filter(({ state }) => state === 'Empty').length ?? 0;
  return (
    <>
      <PageHead title={t('coverage.title')} note={data && t('coverage.note', { days: data.days })} />
      <TerritoryNav />
      <div className={s.bar}>
        <ChoiceInput
          label={t('coverage.by')}
          clearable={false}
          value={by}
          options={kinds.map((kind) => ({ value: kind, label: t(`coverage.kinds.${kind}`) }))}
          onChange={(value) => put({ by: value, under: null })}
        />
        <RemotePicker
          path="/api/territories"
          value={territory}
          label={t('name')}
          placeholder={t('name')}
          onChange={(value) => put({ territory: value })}
        />
        <ChoiceInput
          label={t('coverage.days')}
          value={days ? String(days) : null}
          placeholder={t('coverage.days')}
          options={['30', '60', '90', '180', '365'].map((value) => ({
            value,
            label: t('coverage.inDays', { days: value }),
          }))}
          onChange={(value) => put({ days: value })}
        />
      </div>
      {error && !data && <LoadFailed error={error} retry={refetch} />}
      {data && (
        <div className={s.stack}>
          <div className={s.facts}>
            <span>
              {t('coverage.open')} <b className="number">{open}</b> / {data.total}
            </span>
            {data.unplaced > 0 && <span>{t('coverage.unplaced', { count: data.unplaced })}</span>}
          </div>
          {by === 'Province' && (
            <Panel title={t('coverage.map')} note={t('coverage.mapNote')}>
              <ProvinceTiles lines={data.items} onOpen={(key) => put({ by: 'City', under: key })} />
            </Panel>
          )}
          <Panel>
            <FigureTable
              head={[
                t(`coverage.kinds.${by}`),
                t('coverage.state'),
                t('coverage.customers'),
                t('coverage.touched'),
                t('coverage.sales'),
              ]}
            >
              {[...data.items]
                .sort((a, b) => b.customers - a.customers)
                .map((line) => (
                  <tr key={line.key}>
                    <th scope="row">
                      {down ? (
                        <button type="button" className="link" onClick={() => put({ by: down, under: line.key })}>
                          {line.name}
                        </button>
                      ) : by === 'State' ? (
                        t(`states.${line.name as 'Prospect'}`)
                      ) : (
                        line.name
                      )}
                    </th>
                    <td>
                      <StatusTag tone={coverageTones[line.state]}>{t(`coverage.states.${line.state}`)}</StatusTag>
                    </td>
                    <td className="number">{line.customers}</td>
                    <td className="number">{line.touched}</td>
                    <td>
                      <Amount value={line.sales} short />
                    </td>
                  </tr>
                ))}
            </FigureTable>
          </Panel>
        </div>
      )}
    </>
  );
}
