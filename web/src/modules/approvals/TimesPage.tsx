import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import type { Reply } from '@/shared/api/types';
import { EmptyState } from '@/shared/ui/EmptyState';
import { Figure, Figures } from '@/shared/ui/figures/Figure';
import { FigureTable, Share } from '@/shared/ui/figures/FigureTable';
import { MonthBars } from '@/shared/ui/figures/MonthBars';
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
          <Figures>
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
          </Figures>
          <Panel title={t('times.trend')} note={t('times.trendNote')}>
            <MonthBars
              label={t('times.trend')}
              months={data.months}
              unit={t('times.hours')}
              isStacked
              bars={[
                { name: t('times.waited'), of: (month) => hours(month.waited) },
                { name: t('times.handled'), of: (month) => hours(month.handled) },
              ]}
              tell={(month) => [
                month.month,
                `${t('times.decided')} ${month.turns}`,
                `${t('times.waited')} ${say(month.waited)}`,
                `${t('times.handled')} ${say(month.handled)}`,
              ]}
            />
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

const hours = (minutes: number) => +(minutes / 60).toFixed(1);

/** The longest first, each with a bar as long as its share of all the time. */
function Lines({ title, lines, nameOf }: { title: string; lines: Line[]; nameOf: (line: Line) => string }) {
  const { t } = useTranslation('approvals');
  const say = useDuration();
  return (
    <Panel title={title}>
      <FigureTable head={[title, t('times.turns'), t('times.waited'), t('times.handled'), t('times.share')]}>
        {lines.slice(0, 12).map((line) => (
          <tr key={line.key}>
            <th scope="row">{nameOf(line)}</th>
            <td className="number">{line.turns}</td>
            <td className="number">{say(line.waited)}</td>
            <td className="number">{say(line.handled)}</td>
            <td>
              <Share value={line.share} />
            </td>
          </tr>
        ))}
      </FigureTable>
    </Panel>
  );
}
