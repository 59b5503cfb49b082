import { Button, Form, Input, TreeSelect } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, server } from '@/shared/api/client';
import { useCan } from '@/shared/api/session';
import type { Reply } from '@/shared/api/types';
import { confirmed } from '@/shared/ui/confirm';
import { FigureTable } from '@/shared/ui/figures/FigureTable';
import { Amount, Percent } from '@/shared/ui/figures/Texts';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { useOpenRecord } from '@/shared/ui/form/useOpenRecord';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import { toast } from '@/shared/ui/toast';
import { CodesPicker } from '../divisions/CodesPicker';
import { TerritoryNav } from '../TerritoryNav';
import s from '../territories.module.css';
import { treeOf, useTerritories } from '../tree';
import { StandardPanel } from './StandardPanel';

type Load = Reply<'/api/territory-balance'>['loads'][number];
type Move = Reply<'/api/territory-scenarios/{id}'>['moves'][number];

const hours = (minutes: number) => Math.round(minutes / 60).toLocaleString();

function useNameOf() {
  const { data } = useTerritories();
  return (id: string) => data?.find((one) => one.id === id)?.name ?? '…';
}

/** Workload and potential of territories against each other; what-if moves compared, and applied. */
export default function BalancePage() {
  const { t } = useTranslation('territories');
  const mayDivide = useCan('territories.divide');
  const nameOf = useNameOf();
  const chosen = useOpenRecord();
  const [making, setMaking] = useState<{ moves: Move[] } | null>(null);
  const { data, error, refetch } = server.useQuery('get', '/api/territory-balance');
  const scenarios = server.useQuery('get', '/api/territory-scenarios', {}, { enabled: mayDivide });
  const suggest = server.useMutation('post', '/api/territory-balance/suggest');
  const propose = async () => {
    const { moves } = await suggest.mutateAsync({});
    if (moves.length === 0) toast.success(t('balance.even'));
    else setMaking({ moves });
  };
  return (
    <>
      <PageHead
        title={t('balance.title')}
        actions={
          mayDivide && (
            <>
              <Button onClick={propose} loading={suggest.isPending}>
                {t('balance.suggest')}
              </Button>
              <Button type="primary" onClick={() => setMaking({ moves: [] })}>
                {t('balance.add')}
              </Button>
            </>
          )
        }
      />
      <TerritoryNav />
      {error && !data && <LoadFailed error={error} retry={refetch} />}
      <div className={s.stack}>
        {mayDivide && scenarios.data && scenarios.data.items.length > 0 && (
          <Panel title={t('balance.scenarios')}>
            <ul className={s.list}>
              {scenarios.data.items.map((row) => (
                <li key={row.id}>
                  <span>
                    <Button type="link" onClick={() => chosen.open(row.id)}>
                      {row.name}
                    </Button>
                  </span>
                  <small>{t('balance.moves', { count: row.moves })}</small>
                  {row.appliedAt && <small>{t('balance.applied', { count: row.moved ?? 0 })}</small>}
                </li>
              ))}
            </ul>
          </Panel>
        )}
        {chosen.id && <ScenarioPanel key={chosen.id} id={chosen.id} nameOf={nameOf} />}
        {data && (
          <Panel title={t('balance.loads')} note={t('balance.loadsNote')}>
            <div className={s.facts}>
              <span>
                {t('balance.spread')}{' '}
                <b>
                  <Percent value={data.spread} />
                </b>
              </span>
            </div>
            <Loads loads={data.loads} nameOf={nameOf} />
          </Panel>
        )}
        <StandardPanel />
      </div>
      {making && <ScenarioForm moves={making.moves} onClose={() => setMaking(null)} />}
    </>
  );
}

function Loads({ loads, nameOf, before }: { loads: Load[]; nameOf: (id: string) => string; before?: Load[] }) {
  const { t } = useTranslation('territories');
  return (
    <FigureTable
      head={[
        t('name'),
        t('balance.customers'),
        t('balance.hours'),
        t('balance.loadIndex'),
        t('balance.potential'),
        t('balance.potentialIndex'),
      ]}
    >
      {loads.map((load) => {
        const was = before?.find(({ territoryId }) => territoryId === load.territoryId);
        const changed = was && was.customers !== load.customers;
        return (
          <tr key={load.territoryId}>
            <th scope="row">{changed ? <b>{nameOf(load.territoryId)}</b> : nameOf(load.territoryId)}</th>
            <td className="number">
              {changed && `${was.customers} → `}
              {load.customers}
            </td>
            <td className="number">{hours(load.minutes)}</td>
            <td>
              {changed && (
                <>
                  <Percent value={was.loadIndex} digits={0} /> →{' '}
                </>
              )}
              <Percent value={load.loadIndex} digits={0} />
            </td>
            <td>
              <Amount value={load.potential} short />
            </td>
            <td>
              <Percent value={load.potentialIndex} digits={0} />
            </td>
          </tr>
        );
      })}
    </FigureTable>
  );
}

/** Before and after of one scenario. */
function ScenarioPanel({ id, nameOf }: { id: string; nameOf: (id: string) => string }) {
  const { t } = useTranslation(['territories', 'shared']);
  const chosen = useOpenRecord();
  const path = { params: { path: { id } } };
  const { data } = server.useQuery('get', '/api/territory-scenarios/{id}', path);
  const apply = server.useMutation('post', '/api/territory-scenarios/{id}/apply');
  const remove = server.useMutation('delete', '/api/territory-scenarios/{id}');
  if (!data) return null;
  const ask = async () => {
    if (
      await confirmed({
        title: t('balance.applyAsk', { name: data.name }),
        text: t('balance.applyText', { count: data.moved }),
        yes: t('divisions.apply'),
      })
    )
      await apply.mutateAsync({ ...path, headers: ifMatch(data.version) });
  };
  return (
    <Panel
      title={data.name}
      extra={
        <>
          {data.can.includes('delete') && (
            <Button type="text" danger onClick={() => remove.mutateAsync(path).then(chosen.close)}>
              {t('shared:remove')}
            </Button>
          )}
          {data.can.includes('apply') && (
            <Button type="primary" onClick={ask}>
              {t('divisions.apply')}
            </Button>
          )}
        </>
      }
    >
      <ul className={s.list}>
        {data.moves.map((move) => (
          <li key={`${move.from}${move.to}${move.area}`}>
            <span>
              {move.area ? data.areas[move.area] : t('balance.namedCustomers', { count: move.customers?.length ?? 0 })}:{' '}
              {nameOf(move.from)} → {nameOf(move.to)}
            </span>
          </li>
        ))}
      </ul>
      <div className={s.facts}>
        <span>
          {t('balance.wouldMove')} <b className="number">{data.moved}</b>
        </span>
        <span>
          {t('balance.spread')} <Percent value={data.spreadBefore} /> →{' '}
          <b>
            <Percent value={data.spreadAfter} />
          </b>
        </span>
      </div>
      <Loads loads={data.after} before={data.before} nameOf={nameOf} />
    </Panel>
  );
}

interface Values {
  name?: string;
  moves: { from: string; to: string; areas: string[]; customers: string[] }[];
}

/** What if: areas or named customers from one territory to another. */
function ScenarioForm({ moves, onClose }: { moves: Move[]; onClose: () => void }) {
  const { t } = useTranslation('territories');
  const chosen = useOpenRecord();
  const { data: territories } = useTerritories();
  if (!territories) return null;
  const tree = treeOf(territories);
  const initial = moves.map((move) => ({
    from: move.from,
    to: move.to,
    areas: move.area ? [move.area] : [],
    customers: move.customers ?? [],
  }));
  const save = async (values: Values) => {
    const made = (values.moves ?? []).flatMap(({ from, to, areas, customers }) => [
      ...(areas ?? []).map((area) => ({ from, to, area, customers: [] })),
      ...(customers?.length ? [{ from, to, area: null, customers }] : []),
    ]);
    return (await api.POST('/api/territory-scenarios', { body: { name: values.name ?? '', moves: made } })).data;
  };
  return (
    <FormDrawer<Values, { id: string } | undefined>
      name="scenario"
      title={t('balance.add')}
      initial={{ moves: initial.length ? initial : [{ from: '', to: '', areas: [], customers: [] }] }}
      save={save}
      onClose={(saved) => {
        onClose();
        if (saved) chosen.open(saved);
      }}
    >
      <Form.Item name="name" label={t('balance.name')} required>
        <Input autoFocus />
      </Form.Item>
      <Form.List name="moves">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className={s.rule}>
                <div className={s.pair}>
                  <Form.Item name={[name, 'from']} label={t('balance.from')} required>
                    <TreeSelect treeDefaultExpandAll treeData={tree} showSearch={{ treeNodeFilterProp: 'title' }} />
                  </Form.Item>
                  <Form.Item name={[name, 'to']} label={t('balance.to')} required>
                    <TreeSelect treeDefaultExpandAll treeData={tree} showSearch={{ treeNodeFilterProp: 'title' }} />
                  </Form.Item>
                </div>
                <Form.Item name={[name, 'areas']} label={t('divisions.regions')}>
                  <CodesPicker path="/api/regions" label={t('divisions.regions')} />
                </Form.Item>
                <Form.Item name={[name, 'customers']} label={t('divisions.named')}>
                  <CodesPicker path="/api/customers?size=20" label={t('divisions.named')} />
                </Form.Item>
                <Button type="text" danger onClick={() => remove(name)}>
                  {t('balance.drop')}
                </Button>
              </div>
            ))}
            <Button block style={{ marginTop: 12 }} onClick={() => add({ areas: [], customers: [] })}>
              {t('balance.another')}
            </Button>
          </>
        )}
      </Form.List>
    </FormDrawer>
  );
}
