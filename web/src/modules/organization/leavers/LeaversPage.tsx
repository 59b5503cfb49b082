import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { server } from '@/shared/api/client';
import { Day } from '@/shared/ui/figures/Texts';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import { StatusTag } from '@/shared/ui/StatusTag';
import s from './leavers.module.css';

/** Who has left or is about to, and what is still with them: whoever left and still has something comes first. */
export default function LeaversPage() {
  const { t } = useTranslation('organization');
  const { data, isPending, error, refetch } = server.useQuery('get', '/api/leavers');
  return (
    <>
      <PageHead title={t('leavers.title')} note={t('leavers.note')} />
      <Panel className={s.panel ?? ''}>
        {isPending && <Skeleton active title={false} paragraph={{ rows: 6 }} />}
        {error && !data && <LoadFailed error={error} retry={refetch} />}
        {data?.items.length === 0 && <p className="muted">{t('leavers.none')}</p>}
        <ul className={s.leavers}>
          {data?.items.map((row) => (
            <li key={row.id}>
              <Link to={`/people/${row.id}/hand-over`}>{row.name}</Link>
              <span className="muted number">{row.number}</span>
              <span>
                {t('leavers.lastDay')} <Day value={row.leftOn} />
              </span>
              <StatusTag tone={row.total === 0 ? 'good' : row.hasLeft ? 'bad' : 'warning'}>
                {row.total === 0 ? t('leavers.clear') : t(row.hasLeft ? 'leavers.orphaned' : 'leavers.open')}
              </StatusTag>
              <span className={s.left}>
                {row.left.map(({ kind, name, count }) => (
                  <span key={kind}>
                    {name} <b className="number">{count}</b>
                  </span>
                ))}
              </span>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}
