import { Button, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, server } from '@/shared/api/client';
import { useCan, useSession } from '@/shared/api/session';
import type { Body, Reply } from '@/shared/api/types';
import { EmptyState } from '@/shared/ui/EmptyState';
import { FigureTable } from '@/shared/ui/figures/FigureTable';
import { Amount } from '@/shared/ui/figures/Texts';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { MoneyInput } from '@/shared/ui/inputs/MoneyInput';
import { NumberInput } from '@/shared/ui/inputs/NumberInput';
import { RateInput } from '@/shared/ui/inputs/RateInput';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import { TerritoryNav } from '../TerritoryNav';
import s from '../territories.module.css';
import { ReturnCurve } from './ReturnCurve';

type Plan = Reply<'/api/sizing-plans'>['items'][number];
type Input_ = Body<'/api/sizing-plans'>['input'];

const ways = ['byWorkload', 'byBreakdown', 'byOutlets', 'byShare'] as const;

/** How many salespeople: plans, each by as many ways as it has figures for. */
export default function SizingPage() {
  const { t } = useTranslation(['territories', 'shared']);
  const mayEdit = useCan('territories.market-edit');
  const [editing, setEditing] = useState<Plan | 'new' | null>(null);
  const { data } = server.useQuery('get', '/api/sizing-plans');
  const { data: facts } = server.useQuery('get', '/api/sizing-facts');
  const remove = server.useMutation('delete', '/api/sizing-plans/{id}');
  return (
    <>
      <PageHead
        title={t('sizing.title')}
        actions={
          mayEdit && (
            <Button type="primary" onClick={() => setEditing('new')}>
              {t('sizing.add')}
            </Button>
          )
        }
      />
      <TerritoryNav />
      <div className={s.stack}>
        {data && data.items.length === 0 && <EmptyState text={t('sizing.empty')} />}
        {data?.items.map((plan) => (
          <Panel
            key={plan.id}
            title={plan.name}
            note={String(plan.year)}
            extra={
              mayEdit && (
                <>
                  <Button type="text" danger onClick={() => remove.mutate({ params: { path: { id: plan.id } } })}>
                    {t('shared:remove')}
                  </Button>
                  <Button onClick={() => setEditing(plan)}>{t('change')}</Button>
                </>
              )
            }
          >
            <div className={s.facts}>
              {ways.map((way) => {
                const needed = plan.result[way];
                return (
                  needed && (
                    <span key={way} title={String(needed.exact)}>
                      {t(`sizing.${way}`)} <b className="number">{needed.people}</b>
                    </span>
                  )
                );
              })}
              {plan.result.byMarginalReturn && (
                <span>
                  {t('sizing.byMarginalReturn')} <b className="number">{plan.result.byMarginalReturn.people}</b>{' '}
                  <small>
                    {t('sizing.profit')} <Amount value={String(plan.result.byMarginalReturn.profit)} short />
                  </small>
                </span>
              )}
            </div>
            {plan.result.byMarginalReturn && <ReturnCurve best={plan.result.byMarginalReturn} />}
          </Panel>
        ))}
        {facts && (
          <Panel title={t('sizing.facts')} note={t('sizing.factsNote')}>
            <div className={s.facts}>
              {facts.classes.map((one) => (
                <span key={one.name}>
                  {t('sizing.class', { name: one.name })} <b className="number">{one.customers}</b>
                </span>
              ))}
              {facts.perPerson && (
                <span>
                  {t('sizing.perPerson')}{' '}
                  <b>
                    <Amount value={facts.perPerson} short />
                  </b>
                </span>
              )}
            </div>
            {facts.history.length > 0 && (
              <FigureTable head={[t('sizing.period'), t('sizing.people'), t('sizing.sales')]}>
                {facts.history.map((point) => (
                  <tr key={point.period}>
                    <th scope="row">{point.period}</th>
                    <td className="number">{point.people}</td>
                    <td>
                      <Amount value={point.sales} short />
                    </td>
                  </tr>
                ))}
              </FigureTable>
            )}
            <p className="muted">
              {facts.curve ? t('sizing.fitted', { a: facts.curve.a.toLocaleString() }) : t('sizing.noCurve')}
            </p>
          </Panel>
        )}
      </div>
      {editing && (
        <PlanForm plan={editing === 'new' ? null : editing} facts={facts ?? null} onClose={() => setEditing(null)} />
      )}
    </>
  );
}

type Values = { name: string; year: number } & Input_;

function PlanForm({
  plan,
  facts,
  onClose,
}: {
  plan: Plan | null;
  facts: Reply<'/api/sizing-facts'> | null;
  onClose: () => void;
}) {
  const { t } = useTranslation('territories');
  const { company } = useSession();
  const start: Partial<Values> = plan
    ? { ...plan.input, name: plan.name, year: plan.year }
    : {
        year: Number(company.today.slice(0, 4)) + 1,
        classes: facts?.classes,
        callsPerPerson: 1000,
        perPerson: facts?.perPerson,
        a: facts?.curve ? String(facts.curve.a) : null,
      };
  const save = ({ name, year, classes, callsPerPerson, outlets, outletsPerPerson, ...amounts }: Values) => {
    const { goal, perPerson, a, cost, market, share, strategy } = amounts;
    const body = {
      name: name ?? '',
      year,
      input: {
        classes: classes ?? [],
        callsPerPerson: callsPerPerson ?? null,
        outlets: outlets ?? null,
        outletsPerPerson: outletsPerPerson ?? null,
        goal: goal || null,
        perPerson: perPerson || null,
        a: a || null,
        cost: cost || null,
        market: market || null,
        share: share || null,
        strategy: strategy || null,
      },
    };
    return plan
      ? api.PUT('/api/sizing-plans/{id}', { params: { path: { id: plan.id } }, body, headers: ifMatch(plan.version) })
      : api.POST('/api/sizing-plans', { body });
  };
  const money = (name: keyof Input_) => (
    <Form.Item name={name} label={t(`sizing.${name as 'goal'}`)}>
      <MoneyInput unit={company.currency} />
    </Form.Item>
  );
  const whole = (name: keyof Input_) => (
    <Form.Item name={name} label={t(`sizing.${name as 'outlets'}`)}>
      <InputNumber min={0} precision={0} />
    </Form.Item>
  );
  return (
    <FormDrawer<Values>
      name="sizing"
      title={plan ? plan.name : t('sizing.add')}
      initial={start}
      save={save}
      onClose={() => onClose()}
    >
      <div className={s.pair}>
        <Form.Item name="name" label={t('balance.name')} required>
          <Input />
        </Form.Item>
        <Form.Item name="year" label={t('market.year')} required>
          <InputNumber min={2000} max={2100} precision={0} />
        </Form.Item>
      </div>
      <h3>{t('sizing.byWorkload')}</h3>
      <Form.List name="classes">
        {(fields) =>
          fields.map(({ key, name }) => (
            <div key={key} className={s.pair}>
              <Form.Item name={[name, 'name']} hidden>
                <Input />
              </Form.Item>
              <Form.Item
                name={[name, 'customers']}
                label={t('sizing.customersOf', { name: start.classes?.[name]?.name })}
              >
                <InputNumber min={0} precision={0} />
              </Form.Item>
              <Form.Item name={[name, 'callsAYear']} label={t('sizing.calls')}>
                <InputNumber min={0} max={1000} precision={0} />
              </Form.Item>
            </div>
          ))
        }
      </Form.List>
      {whole('callsPerPerson')}
      <h3>{t('sizing.byBreakdown')}</h3>
      <div className={s.pair}>
        {money('goal')}
        {money('perPerson')}
      </div>
      <h3>{t('sizing.byMarginalReturn')}</h3>
      <div className={s.pair}>
        {money('a')}
        {money('cost')}
      </div>
      <h3>{t('sizing.byOutlets')}</h3>
      <div className={s.pair}>
        {whole('outlets')}
        {whole('outletsPerPerson')}
      </div>
      <h3>{t('sizing.byShare')}</h3>
      <div className={s.pair}>
        {money('market')}
        <Form.Item name="share" label={t('sizing.share')}>
          <RateInput />
        </Form.Item>
        <Form.Item name="strategy" label={t('sizing.strategy')} extra={t('sizing.strategyHelp')}>
          <NumberInput />
        </Form.Item>
      </div>
    </FormDrawer>
  );
}
