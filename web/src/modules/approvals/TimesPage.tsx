import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import type { Reply } from '@/shared/api/types';
import { approximate } from '@/shared/format/decimal';
import { EmptyState } from '@/shared/ui/EmptyState';
import { EChart } from '@/shared/ui/figures/EChart';
import { Percent } from '@/shared/ui/figures/Texts';
import { PeriodPicker, usePeriod } from '@/shared/ui/inputs/PeriodPicker';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import s from './approvals.module.css';
import { useDuration } from './Duration';

type Times = Reply<'/api/approval-times'>;
type Line = Times['steps'][number];

/** How long requests wait, where, with whom; and whether it gets better. */
export default function TimesPage() {
  const { t } = useTranslation('approvals');
  const [period, setPeriod] = usePeriod('thisYear');
  const { data, error, refetch } = server.useQuery('get', '/api/approval-times', { params: { query: period } });
  const { data: kinds } = server.useQuery('get', '/api/approval-matters');
  const say = useDuration();
  const kindName = (code: string) => kinds?.kinds.find((kind) => kind.code === code)?.name ?? code;
  return (
    <>
      <PageHead title={t('times.title')} note={t('times.note')} />
      <div className={s.bar}>
        <PeriodPicker value={period} onChange={setPeriod} />
      </div>
      {error && <LoadFailed error={error} retry={refetch} />}
      {data && data.turns === 0 && data.open === 0 && <EmptyState text={t('times.empty')} />}
      {data && (data.turns > 0 || data.open > 0) && (
        <div className={s.times}>
          <div className={s.figures}>
            <Figure label={t('times.decided')} value={String(data.turns)} />
            <Figure label={t('times.waited')} value={say(data.waited)} />
            <Figure label={t('times.handled')} value={say(data.handled)} />
            <Figure label={t('times.openNow')} value={String(data.open)} />
            <Figure label={t('times.lateNow')} value={String(data.late)} isBad={data.late > 0} />
            <Figure
              label={t('times.bottleneck')}
              value={data.bottleneck?.name ?? '–'}
              note={
                data.bottleneck && (
                  <>
                    <Percent value={data.bottleneck.share} /> {t('times.ofAllTime')}
                  </>
                )
              }
            />
          </div>
          <Panel title={t('times.trend')} note={t('times.trendNote')}>
            <Trend months={data.months} />
          </Panel>
          <div className={s.columns}>
            <Lines title={t('times.bySteps')} lines={data.steps} nameOf={(line) => line.name} />
            <Lines title={t('times.byPeople')} lines={data.people} nameOf={(line) => line.name} />
            <Lines title={t('times.byKinds')} lines={data.kinds} nameOf={(line) => kindName(line.key)} />
          </div>
        </div>
      )}
    </>
  );
}

function Figure({
  label,
  value,
  note,
  isBad,
}: {
  label: string;
  value: string;
  note?: React.ReactNode;
  isBad?: boolean;
}) {
  return (
    <div className={s.figure}>
      <span className="muted">{label}</span>
      <b className={isBad ? s.late : undefined}>{value}</b>
      {note && <small className="muted">{note}</small>}
    </div>
  );
}

function Trend({ months }: { months: Times['months'] }) {
  const { t } = useTranslation('approvals');
  const say = useDuration();
  const option = useMemo(
    () => ({
      animation: false,
      grid: { left: 8, right: 8, top: 40, bottom: 4, containLabel: true },
      legend: { right: 0, top: 0, itemWidth: 12, itemHeight: 8 },
      tooltip: {
        trigger: 'axis',
        formatter: (points: { dataIndex: number }[]) => {
          const month = months[points[0]?.dataIndex ?? 0];
          if (!month) return '';
          return [
            month.month,
            `${t('times.decided')} ${month.turns}`,
            `${t('times.waited')} ${say(month.waited)}`,
            `${t('times.handled')} ${say(month.handled)}`,
          ].join('<br>');
        },
      },
      xAxis: { type: 'category', data: months.map((m) => m.month), axisLabel: { hideOverlap: true } },
      yAxis: [{ type: 'value', name: t('times.hours'), splitNumber: 4 }],
      series: [
        {
          name: t('times.waited'),
          type: 'bar',
          stack: 'all',
          data: months.map((m) => +(m.waited / 60).toFixed(1)),
          barMaxWidth: 28,
        },
        {
          name: t('times.handled'),
          type: 'bar',
          stack: 'all',
          data: months.map((m) => +(m.handled / 60).toFixed(1)),
          barMaxWidth: 28,
        },
      ],
    }),
    [months, t, say],
  );
  return <EChart label={t('times.trend')} option={option} height={240} />;
}

/** The longest first, each with a bar as long as its share of all the time. */
function Lines({ title, lines, nameOf }: { title: string; lines: Line[]; nameOf: (line: Line) => string }) {
  const { t } = useTranslation('approvals');
  const say = useDuration();
  return (
    <Panel title={title}>
      <table className={s.lines}>
        <thead>
          <tr>
            <th scope="col">{title}</th>
            <th scope="col">{t('times.turns')}</th>
            <th scope="col">{t('times.waited')}</th>
            <th scope="col">{t('times.handled')}</th>
            <th scope="col">{t('times.share')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, 12).map((line) => (
            <tr key={line.key}>
              <th scope="row">{nameOf(line)}</th>
              <td className="number">{line.turns}</td>
              <td className="number">{say(line.waited)}</td>
              <td className="number">{say(line.handled)}</td>
              <td>
                <span className={s.share} style={{ '--share': approximate(line.share) } as React.CSSProperties}>
                  <Percent value={line.share} digits={0} />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
