import { Button, Checkbox, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ifMatch, server } from '@/shared/api/client';
import { confirmed } from '@/shared/ui/confirm';
import { Instant } from '@/shared/ui/figures/Texts';
import { DateInput } from '@/shared/ui/inputs/DateInput';
import { RemotePicker } from '@/shared/ui/inputs/RemotePicker';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import { problemText, toast } from '@/shared/ui/toast';
import { type Chosen, KindOfThings } from './KindOfThings';
import s from './leavers.module.css';

/** All that must have another owner before somebody goes: who takes each kind, and single things of it. */
export default function HandOverPage() {
  const { t } = useTranslation('organization');
  const id = useParams().id as string;
  const [lastDay, setLastDay] = useState<string | null>(null);
  const [successor, setSuccessor] = useState<string | null>(null);
  const [chosen, setChosen] = useState<Record<string, Chosen>>({});
  const [leaves, setLeaves] = useState(false);
  const [disables, setDisables] = useState(false);
  const { data, isPending, error, refetch } = server.useQuery('get', '/api/people/{id}/belongings', {
    params: { path: { id }, query: lastDay ? { lastDay } : {} },
  });
  const handOver = server.useMutation('post', '/api/people/{id}/hand-over');
  if (isPending) return <Skeleton active paragraph={{ rows: 12 }} />;
  if (!data) return <LoadFailed error={error} retry={refetch} />;

  const having = data.kinds.filter(({ count }) => count > 0);
  // Single things first, then whatever is left of the kind.
  const lines = having.flatMap(({ kind }) => {
    const one = chosen[kind];
    const singles = Object.entries(one?.singles ?? {});
    const rest = one?.to ?? successor;
    return [
      ...[...new Set(singles.map(([, to]) => to))].map((toId) => ({
        kind,
        toId,
        ids: singles.filter(([, to]) => to === toId).map(([thing]) => thing),
      })),
      ...(rest ? [{ kind, toId: rest, ids: null }] : []),
    ];
  });
  const send = async () => {
    const yes = t('leavers.handOver');
    if (!(await confirmed({ title: t('leavers.ask', { name: data.name }), text: t('leavers.askText'), yes }))) return;
    try {
      const done = await handOver.mutateAsync({
        params: { path: { id } },
        headers: ifMatch(data.version),
        body: { lastDay: data.lastDay, lines, leaves, disablesAccount: disables },
      });
      toast.success(t('leavers.done', { count: done.passed }));
      setChosen({});
      setLeaves(false);
      setDisables(false);
    } catch (problem) {
      toast.error(problemText(problem));
    }
    await refetch();
  };
  return (
    <>
      <PageHead
        title={t('leavers.of', { name: data.name })}
        note={<span className="number">{data.number}</span>}
        actions={
          <Button
            type="primary"
            loading={handOver.isPending}
            disabled={lines.length === 0 && !leaves && !disables}
            onClick={send}
          >
            {t('leavers.handOver')}
          </Button>
        }
      />
      <div className={s.page}>
        <Panel title={t('leavers.leaving')}>
          <div className={s.fields}>
            <div>
              <label htmlFor="last-day">{t('leavers.lastDay')}</label>
              <DateInput id="last-day" value={lastDay ?? data.lastDay} onChange={setLastDay} />
            </div>
            <div>
              <label htmlFor="successor">{t('leavers.successor')}</label>
              <RemotePicker
                id="successor"
                path="/api/people"
                query={{ active: 'true' }}
                value={successor}
                onChange={setSuccessor}
              />
            </div>
          </div>
          <p className="muted">{t('leavers.successorHelp')}</p>
          <div className={s.ticks}>
            <Checkbox checked={leaves} onChange={(event) => setLeaves(event.target.checked)}>
              {t('leavers.leaves')}
            </Checkbox>
            {data.hasAccount && (
              <Checkbox checked={disables} onChange={(event) => setDisables(event.target.checked)}>
                {t('leavers.disables')}
              </Checkbox>
            )}
          </div>
        </Panel>
        {having.map((kind) => (
          <KindOfThings
            key={kind.kind}
            person={id}
            lastDay={data.lastDay}
            kind={kind}
            fallback={successor}
            value={chosen[kind.kind] ?? { to: null, singles: {} }}
            onChange={(value) => setChosen((before) => ({ ...before, [kind.kind]: value }))}
          />
        ))}
        <p className="muted">
          {having.length === 0 ? t('leavers.nothing') : t('leavers.alsoLooked')}{' '}
          {data.kinds
            .filter(({ count }) => count === 0)
            .map(({ name }) => name)
            .join(t('delegations.separator'))}
        </p>
        {data.past.length > 0 && (
          <Panel title={t('leavers.past')}>
            <ul className={s.past}>
              {data.past.map((one) => (
                <li key={one.at}>
                  <Instant value={one.at} /> {one.byName}
                  <span className="muted">
                    {one.lines
                      .map(({ kindName, toName, count }) => t('leavers.line', { kind: kindName, count, name: toName }))
                      .join(t('delegations.separator'))}
                  </span>
                </li>
              ))}
            </ul>
          </Panel>
        )}
      </div>
    </>
  );
}
