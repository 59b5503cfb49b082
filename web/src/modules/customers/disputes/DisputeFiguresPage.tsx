import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { EmptyState } from '@/shared/ui/EmptyState';
import { Figure, Figures } from '@/shared/ui/figures/Figure';
import { FigureTable } from '@/shared/ui/figures/FigureTable';
import { PeriodPicker, usePeriod } from '@/shared/ui/inputs/PeriodPicker';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import { CustomerNav } from '../CustomerNav';
import s from '../customers.module.css';

/** How many disputes, from what, whose, how long, and who rules. */
export default function DisputeFiguresPage() {
  const { t, i18n } = useTranslation('customers');
  const [period, setPeriod] = usePeriod('thisYear');
  const { data, error, refetch } = server.useQuery('get', '/api/customer-dispute-figures', {
    params: { query: period },
  });
  const known = (key: string) => (i18n.exists(key, { ns: 'customers' }) ? t(key as 'dispute.title') : null);
  return (
    <>
      <PageHead title={t('dispute.figures')} />
      <CustomerNav of="disputes" />
      <div className={s.room}>
        <PeriodPicker value={period} onChange={setPeriod} />
      </div>
      {error && <LoadFailed error={error} retry={refetch} />}
      {data && data.opened === 0 && <EmptyState text={t('dispute.nothingYet')} />}
      {data && data.opened > 0 && (
        <div className={s.policy}>
          <Figures>
            <Figure label={t('dispute.opened')} value={String(data.opened)} />
            <Figure label={t('dispute.states.Ruled')} value={String(data.ruled)} />
            <Figure label={t('dispute.late')} value={String(data.late)} isBad={data.late > 0} />
            <Figure
              label={t('dispute.days')}
              value={data.days == null ? '–' : t('dispute.daysText', { days: data.days })}
            />
          </Figures>
          {(['causes', 'rulings', 'units', 'rulers'] as const)
            .filter((part) => data[part].length > 0)
            .map((part) => (
              <Panel key={part} title={t(`dispute.by.${part}`)}>
                <FigureTable head={[t(`dispute.by.${part}`), t('dispute.count')]}>
                  {data[part].map((one) => (
                    <tr key={one.name}>
                      <th scope="row">{(part === 'rulings' && known(`dispute.rulings.${one.name}`)) || one.name}</th>
                      <td className="number">{one.count}</td>
                    </tr>
                  ))}
                </FigureTable>
              </Panel>
            ))}
        </div>
      )}
    </>
  );
}
