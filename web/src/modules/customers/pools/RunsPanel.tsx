import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { server } from '@/shared/api/client';
import type { RowOf } from '@/shared/api/types';
import { EmptyState } from '@/shared/ui/EmptyState';
import { FigureTable } from '@/shared/ui/figures/FigureTable';
import { Day } from '@/shared/ui/figures/Texts';
import { RecordDrawer } from '@/shared/ui/form/RecordDrawer';
import { toast } from '@/shared/ui/toast';
import s from '../customers.module.css';

type Run = RowOf<'/api/recycling-runs'>;
const causes = ['NoFollowUp', 'NoDeal', 'OwnerLeft', 'ContractEnded'] as const;
const countOf: Record<(typeof causes)[number], (run: Run) => number> = {
  NoFollowUp: (run) => run.noFollowUp,
  NoDeal: (run) => run.noDeal,
  OwnerLeft: (run) => run.ownerLeft,
  ContractEnded: (run) => run.contractEnded,
};

/** What each night took back and why; the list of one opens. */
export function RunsPanel() {
  const { t } = useTranslation('customers');
  const [search, setSearch] = useSearchParams();
  const { data } = server.useQuery('get', '/api/recycling-runs', { params: { query: { size: 100 } } });
  const now = server.useMutation('post', '/api/recycling-runs');
  const run = search.get('run');
  return (
    <>
      <p className={s.room}>
        <Button
          loading={now.isPending}
          onClick={() => now.mutate({}, { onSuccess: () => toast.success(t('rules.started')) })}
        >
          {t('rules.runNow')}
        </Button>
      </p>
      {data?.total === 0 && <EmptyState text={t('rules.noRuns')} />}
      {!!data?.total && (
        <FigureTable
          head={[t('rules.day'), ...causes.map((one) => t(`own.causes.${one}`)), t('rules.total'), t('rules.reminded')]}
        >
          {data.items.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <Link to={`?box=runs&run=${one.id}`}>
                  <Day value={one.day} />
                </Link>
              </th>
              {causes.map((cause) => (
                <td key={cause} className="number">
                  {countOf[cause](one)}
                </td>
              ))}
              <td className="number">{one.total}</td>
              <td className="number">{one.reminded}</td>
            </tr>
          ))}
        </FigureTable>
      )}
      {run && <RecycledDrawer id={run} onClose={() => setSearch({ box: 'runs' })} />}
    </>
  );
}

function RecycledDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('customers');
  const { data, isPending, error, refetch } = server.useQuery('get', '/api/recycling-runs/{id}/customers', {
    params: { path: { id }, query: { size: 200 } },
  });
  return (
    <RecordDrawer
      title={t('rules.taken', { count: data?.total ?? 0 })}
      onClose={onClose}
      {...{ isPending, error, retry: refetch }}
    >
      <ol className={s.spells}>
        {data?.items.map((row) => (
          <li key={row.id}>
            <span>
              {row.name} <span className="number muted">{row.number}</span>
            </span>
            <span className="muted">
              {row.ownerName} → {row.poolName ?? t('own.pool')} · {t(`own.causes.${row.cause!}`)}
            </span>
          </li>
        ))}
      </ol>
    </RecordDrawer>
  );
}
