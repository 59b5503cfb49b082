import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { server } from '@/shared/api/client';
import type { Reply } from '@/shared/api/types';
import { percentText } from '@/shared/format/amount';
import { EmptyState } from '@/shared/ui/EmptyState';
import { Figure, Figures } from '@/shared/ui/figures/Figure';
import { FigureTable, Share } from '@/shared/ui/figures/FigureTable';
import { Amount } from '@/shared/ui/figures/Texts';
import { PeriodPicker, usePeriod } from '@/shared/ui/inputs/PeriodPicker';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import { CustomerNav } from '../CustomerNav';
import s from '../customers.module.css';
import { useWords } from './words';

type View = Reply<'/api/customer-warning-figures'>;

const steps = ['opened', 'followed', 'explained', 'acted', 'won'] as const;

/** What became of the warnings of a period: the funnel, and who was won back by which means, with the money. */
export default function BoardPage() {
  const { t } = useTranslation('customers');
  const words = useWords();
  const [period, setPeriod] = usePeriod('thisYear');
  const { data, error, refetch } = server.useQuery('get', '/api/customer-warning-figures', {
    params: { query: period },
  });
  return (
    <>
      <PageHead title={t('warnings.board')} note={t('warnings.boardNote')} />
      <CustomerNav of="warnings" />
      <div className={s.versions}>
        <PeriodPicker value={period} onChange={setPeriod} />
      </div>
      {error && <LoadFailed error={error} retry={refetch} />}
      {data && data.funnel.opened === 0 && <EmptyState text={t('warnings.noneInPeriod')} />}
      {data && data.funnel.opened > 0 && (
        <div className={s.wide} style={{ marginTop: 12 }}>
          <Figures>
            <Figure label={t('warnings.opened')} value={String(data.funnel.opened)} />
            <Figure
              label={t('warnings.overdueNow')}
              value={String(data.overdue)}
              isBad={data.overdue > 0}
              note={<Link to="/customer-warnings?overdue=true">{t('warnings.show')}</Link>}
            />
            <Figure
              label={t('warnings.proposed')}
              value={String(data.proposed)}
              note={<Link to="/customer-warnings?resumed=true">{t('warnings.show')}</Link>}
            />
            <Figure
              label={t('warnings.rate')}
              value={data.all.rate ? percentText(data.all.rate) : '–'}
              note={t('warnings.rateOf', { won: data.all.won, lost: data.all.lost })}
            />
          </Figures>
          <Panel title={t('warnings.funnel')} note={t('warnings.funnelNote', { count: data.funnel.falseAlarms })}>
            <ol className={s.funnel}>
              {steps.map((step) => (
                <li key={step}>
                  <span>{t(`warnings.steps.${step}`)}</span>
                  <i style={{ inlineSize: `${(100 * data.funnel[step]) / data.funnel.opened}%` }} />
                  <b className="number">{data.funnel[step]}</b>
                </li>
              ))}
            </ol>
          </Panel>
          <Lines
            title={t('warnings.byCause')}
            head={t('warnings.cause')}
            lines={data.causes}
            name={(code) => (code ? words.cause(code) : t('warnings.noCause'))}
          />
          <Lines
            title={t('warnings.byMeasure')}
            note={t('warnings.byMeasureNote')}
            head={t('warnings.measure')}
            lines={data.measures}
            name={words.measure}
          />
          <Panel title={t('warnings.byIndicator')}>
            <FigureTable head={[t('warnings.indicator'), t('warnings.opened')]}>
              {data.indicators.map((line) => (
                <tr key={line.code}>
                  <th scope="row">
                    <Link to={`/customer-warnings?indicator=${line.code}`}>{words.signal(line.code)}</Link>
                  </th>
                  <td className="number">{line.warnings}</td>
                </tr>
              ))}
            </FigureTable>
          </Panel>
        </div>
      )}
    </>
  );
}

interface LinesProps {
  title: string;
  note?: string;
  head: string;
  lines: View['causes'];
  name: (code: string | null | undefined) => string;
}

function Lines({ title, note, head, lines, name }: LinesProps) {
  const { t } = useTranslation('customers');
  return (
    <Panel title={title} note={note}>
      <FigureTable
        head={[
          head,
          t('warnings.opened'),
          t('warnings.won'),
          t('warnings.lost'),
          t('warnings.cost'),
          t('warnings.wonSales'),
          t('warnings.rate'),
        ]}
      >
        {lines.map((line) => (
          <tr key={line.code ?? ''}>
            <th scope="row">{name(line.code)}</th>
            <td className="number">{line.warnings}</td>
            <td className="number">{line.won}</td>
            <td className="number">{line.lost}</td>
            <td className="number">
              <Amount value={line.cost} />
            </td>
            <td className="number">
              <Amount value={line.sales} />
            </td>
            <td>
              <Share value={line.rate} />
            </td>
          </tr>
        ))}
      </FigureTable>
    </Panel>
  );
}
