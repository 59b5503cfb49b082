import { Button, Skeleton } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ifMatch, server } from '@/shared/api/client';
import { useCan, useSession } from '@/shared/api/session';
import type { Reply } from '@/shared/api/types';
import { confirmed } from '@/shared/ui/confirm';
import { FigureTable } from '@/shared/ui/figures/FigureTable';
import { Amount } from '@/shared/ui/figures/Texts';
import { Panel } from '@/shared/ui/Panel';
import { toast } from '@/shared/ui/toast';
import s from '../territories.module.css';
import { useTerritories } from '../tree';
import { DivisionForm } from './DivisionForm';
import { DivisionMoves } from './DivisionMoves';

type Division = Reply<'/api/territory-divisions/{id}'>;

/** One version: its rules, what it would move, and the button that does it. */
export function DivisionPanel({ id }: { id: string }) {
  const { t } = useTranslation(['territories', 'shared']);
  const { company } = useSession();
  const mayDivide = useCan('territories.divide');
  const [editing, setEditing] = useState(false);
  const path = { params: { path: { id } } };
  const { data, refetch } = server.useQuery('get', '/api/territory-divisions/{id}', path);
  const preview = server.useQuery('get', '/api/territory-divisions/{id}/preview', path, { enabled: mayDivide });
  const apply = server.useMutation('post', '/api/territory-divisions/{id}/apply');
  const withdraw = server.useMutation('post', '/api/territory-divisions/{id}/withdraw');
  const remove = server.useMutation('delete', '/api/territory-divisions/{id}');
  const { data: territories } = useTerritories();
  if (!data) return <Skeleton active />;
  const nameOf = (territory?: string | null) =>
    territories?.find((one) => one.id === territory)?.name ?? t('divisions.nowhere');

  const ask = async () => {
    const isAhead = data.head.first > company.today;
    const sure = await confirmed({
      title: t('divisions.applyAsk', { number: data.head.number }),
      text: isAhead
        ? t('divisions.applyLater', { day: data.head.first })
        : t('divisions.applyText', { count: preview.data?.moved ?? 0 }),
      yes: t('divisions.apply'),
    });
    if (!sure) return;
    await apply.mutateAsync({ ...path, headers: ifMatch(data.version) });
    toast.success(t(isAhead ? 'divisions.planned' : 'divisions.applied'));
  };
  return (
    <>
      <Panel
        title={t('divisions.number', { number: data.head.number })}
        extra={
          <>
            {data.can.includes('delete') && (
              <Button type="text" danger onClick={() => remove.mutate(path)}>
                {t('shared:remove')}
              </Button>
            )}
            {data.can.includes('edit') && <Button onClick={() => setEditing(true)}>{t('change')}</Button>}
            {data.can.includes('withdraw') && (
              <Button onClick={() => withdraw.mutate({ ...path, headers: ifMatch(data.version) })}>
                {t('divisions.withdraw')}
              </Button>
            )}
            {data.can.includes('apply') && (
              <Button type="primary" onClick={ask} loading={apply.isPending}>
                {t('divisions.apply')}
              </Button>
            )}
          </>
        }
      >
        <FigureTable
          words={4}
          head={[
            t('divisions.priority'),
            t('divisions.rule'),
            t('divisions.asks'),
            t('name'),
            ...(preview.data ? [t('divisions.customers')] : []),
          ]}
        >
          {data.rules.map((rule, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the order is what tells rules apart
            <tr key={i}>
              <th scope="row">{rule.priority}</th>
              <td>{rule.name}</td>
              <td>{asks(data, rule, t)}</td>
              <td>{nameOf(rule.territoryId)}</td>
              {preview.data && <td className="number">{preview.data.rules[i]?.customers}</td>}
            </tr>
          ))}
          <tr>
            <th scope="row">–</th>
            <td>{t('divisions.default')}</td>
            <td />
            <td>{nameOf(data.defaultId)}</td>
            {preview.data && <td className="number">{preview.data.byDefault}</td>}
          </tr>
        </FigureTable>
      </Panel>
      {preview.data && (
        <Panel title={t('divisions.preview')} note={t('divisions.previewNote')}>
          <div className={s.facts}>
            <span>
              {t('divisions.wouldMove')} <b className="number">{preview.data.moved}</b> / {preview.data.customers}
            </span>
            <span>
              {t('divisions.money')}{' '}
              <b>
                <Amount value={preview.data.amount} short />
              </b>
            </span>
            {preview.data.noRegion > 0 && <span>{t('divisions.noRegion', { count: preview.data.noRegion })}</span>}
          </div>
          {preview.data.clashes.length > 0 && (
            <p role="alert">
              {t('divisions.clashes')}
              {preview.data.clashes.map((c) => `${c.upper} / ${c.lower} (${c.customers})`).join(t('divisions.comma'))}
            </p>
          )}
          {preview.data.dead.length > 0 && (
            <p role="alert">
              {t('divisions.dead')}
              {preview.data.dead.map(({ name }) => name).join(t('divisions.comma'))}
            </p>
          )}
          <DivisionMoves id={id} flows={preview.data.flows} nameOf={nameOf} />
        </Panel>
      )}
      {editing && <DivisionForm division={data} reload={refetch} onClose={() => setEditing(false)} />}
    </>
  );
}

/** What a rule asks for, in one line. */
function asks(data: Division, rule: Division['rules'][number], t: TFunction<['territories', 'shared']>): string {
  const list = (words: string[] = []) =>
    words.length > 6 ? `${words.slice(0, 6).join(' ')} … ${words.length}` : words.join(' ');
  const named = rule.customers?.map((id) => data.customers.find((one) => one.id === id)?.name ?? '…');
  return [
    list(rule.regions?.map((code) => data.regions[code]?.split(' ').at(-1) ?? code)),
    list(rule.cities),
    list(rule.industries),
    list(named),
    list(rule.states?.map((state) => t(`states.${state as 'Active'}`))),
    rule.units?.length ? t('divisions.units', { count: rule.units.length }) : '',
    rule.from ? `≥ ${rule.from}` : '',
    rule.below ? `< ${rule.below}` : '',
  ]
    .filter(Boolean)
    .join(' · ');
}
