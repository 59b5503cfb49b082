import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { server } from '@/shared/api/client';
import { useCan, useSession } from '@/shared/api/session';
import { percentText } from '@/shared/format/amount';
import { type Period, periodBefore } from '@/shared/format/period';
import { BulletBar } from '@/shared/ui/figures/BulletBar';
import { Amount, Dash, Percent } from '@/shared/ui/figures/Texts';
import { PeriodPicker, usePeriod } from '@/shared/ui/inputs/PeriodPicker';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { useIsPhone } from '@/shared/ui/media';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import { Figures } from '../Figures';
import { Months } from '../Months';
import { type Line, listsBehind, useBoard } from '../useBoard';
import { behindTime, reasonsOf } from './behind';
import s from './Home.module.css';

const periods = ['thisMonth', 'thisQuarter', 'thisYear'] as const;
const shown = 10;

/** A manager's day: who is behind, and why. */
export default function TeamHome() {
  const { t } = useTranslation('insights');
  const isPhone = useIsPhone();
  const [period, setPeriod] = usePeriod();
  const { data: board, error, isPlaceholderData, refetch } = useBoard(period, 'Person', {});
  const picker = <PeriodPicker value={period} onChange={setPeriod} kinds={periods} />;
  return (
    <>
      <PageHead
        title={t('home.team')}
        note={
          board &&
          t('note', { day: board.today, progress: percentText(board.pace.timeProgress), count: board.pace.daysLeft })
        }
        actions={!isPhone && picker}
      />
      <div className={s.home} aria-busy={isPlaceholderData}>
        {isPhone && picker}
        {error && !board && <LoadFailed error={error} retry={refetch} />}
        {!board && !error && <Skeleton active title={false} className={s.waiting} paragraph={{ rows: 14 }} />}
        {board && (
          <>
            <Figures board={board} period={period} part={{}} />
            <Behind lines={board.lines} time={board.pace.timeProgress} period={period} />
            {/* The chart weighs more than the rest of the page: on a phone the board has it. */}
            {!isPhone && <Months period={period} part={{}} />}
          </>
        )}
      </div>
    </>
  );
}

interface BehindProps {
  lines: Line[];
  time: string;
  period: Period;
}

function Behind({ lines, time, period }: BehindProps) {
  const { t } = useTranslation(['insights', 'shared']);
  const isPhone = useIsPhone();
  const { company } = useSession();
  const before = periodBefore(period, company.today);
  const earlier = useBoard(before ?? period, 'Person', {});
  const earlierOf = (line: Line) =>
    before && !earlier.isPlaceholderData ? earlier.data?.lines.find(({ id }) => id === line.id)?.figures : undefined;
  const behind = behindTime(lines, time);
  const rows = behind.slice(0, shown);
  const withGoal = lines.filter((line) => line.figures.attainment != null).length;
  const span = `from=${period.from}&to=${period.to}`;

  const name = (line: Line) => (
    <Link to={`/board?${span}&by=Person&person=${line.id}`} title={t('drill', { name: line.name })}>
      {line.name}
    </Link>
  );
  const reached = (line: Line) => (
    <span className={s.reached}>
      <BulletBar label={line.name} attainment={line.figures.attainment ?? '0'} timeProgress={time} />
      <Percent value={line.figures.attainment} />
    </span>
  );
  const why = (line: Line) => reasonsOf(line.figures, earlierOf(line), time).map((r) => t(`home.reasons.${r}`));
  const title = t('home.behind');
  return (
    <Panel
      className={isPhone ? undefined : s.behind}
      title={title}
      note={withGoal > 0 && t('home.behindOf', { count: behind.length, all: withGoal })}
      extra={<Link to={`/board?${span}&by=Person`}>{t('home.ranking')}</Link>}
    >
      {rows.length === 0 && <p className="muted">{withGoal > 0 ? t('home.nobodyBehind') : t('home.noGoals')}</p>}
      {rows.length > 0 &&
        (isPhone ? (
          <ul className={s.cards} aria-label={title}>
            {rows.map((line) => (
              <li key={line.id}>
                <div>
                  {name(line)}
                  <span>
                    {t('gap')}{' '}
                    <b>
                      <Amount value={line.figures.gap} short />
                    </b>
                  </span>
                </div>
                {reached(line)}
                <small>{why(line).join(' · ')}</small>
              </li>
            ))}
          </ul>
        ) : (
          <table className={s.table} aria-label={title}>
            <thead>
              <tr>
                <th scope="col">{t('lines.Person')}</th>
                <th scope="col" className={s.wide}>
                  {t('attainment')}
                </th>
                <th scope="col" data-figure="true">
                  {t('gap')}
                </th>
                {before && (
                  <th scope="col" data-figure="true">
                    {t('home.before')}
                  </th>
                )}
                <th scope="col" data-figure="true">
                  {before ? t('home.ordersBefore') : t('ordersCount')}
                </th>
                <th scope="col" data-figure="true">
                  {t('home.inDraft')}
                </th>
                <th scope="col">{t('home.why')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((line) => (
                <tr key={line.id}>
                  <td>{name(line)}</td>
                  <td>{reached(line)}</td>
                  <td data-figure="true">
                    <Amount value={line.figures.gap} />
                  </td>
                  {before && (
                    <td data-figure="true">
                      <Percent value={earlierOf(line)?.attainment} />
                    </td>
                  )}
                  <td data-figure="true">
                    <OrderCount line={line} period={period} earlier={earlierOf(line)?.orders} />
                  </td>
                  <td data-figure="true">
                    <InDraft line={line} period={period} />
                  </td>
                  <td>
                    {why(line).map((reason) => (
                      <span key={reason} className={s.reason}>
                        {reason}
                      </span>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      {rows.length > 0 && <p className={s.rule}>{t('home.rule')}</p>}
    </Panel>
  );
}

/** Opens to the orders; beside it how many there were in the period before. */
function OrderCount({ line, period, earlier }: { line: Line; period: Period; earlier: number | undefined }) {
  const { t } = useTranslation('insights');
  const { orders } = listsBehind(period, {}, { by: 'Person', id: line.id });
  const count = useCan('orders.read') && orders ? <Link to={orders}>{line.figures.orders}</Link> : line.figures.orders;
  return (
    <span className="number">
      {count}
      {earlier !== undefined && <small title={t('home.before')}> / {earlier}</small>}
    </span>
  );
}

/** What could still be confirmed in this period. */
function InDraft({ line, period }: { line: Line; period: Period }) {
  const { t } = useTranslation('insights');
  const may = useCan('orders.read');
  const query = { ...period, salesperson: line.id ?? '', state: 'Draft' as const };
  const { data } = server.useQuery('get', '/api/orders/totals', { params: { query } }, { enabled: may });
  if (!data?.orders) return <Dash />;
  return (
    <Link to={`/orders?${new URLSearchParams(query)}`} title={t('orders', { count: data.orders })}>
      <Amount value={data.amount} />
    </Link>
  );
}
