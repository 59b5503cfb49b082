import { Button, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ifMatch, server } from '@/shared/api/client';
import { useCan } from '@/shared/api/session';
import type { Reply } from '@/shared/api/types';
import { percentText } from '@/shared/format/amount';
import { approximate, signOf } from '@/shared/format/decimal';
import { useChartColors } from '@/shared/ui/figures/chartTheme';
import { EChart } from '@/shared/ui/figures/EChart';
import { FigureTable } from '@/shared/ui/figures/FigureTable';
import { Amount, Day, Percent } from '@/shared/ui/figures/Texts';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { PeriodPicker, usePeriod } from '@/shared/ui/inputs/PeriodPicker';
import { RemotePicker } from '@/shared/ui/inputs/RemotePicker';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { ExportMenu } from '@/shared/ui/list/ExportMenu';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import { toast } from '@/shared/ui/toast';
import { CustomerNav } from '../CustomerNav';
import s from '../customers.module.css';

type Pareto = Reply<'/api/pareto'>;
type Account = Reply<'/api/key-accounts'>['items'][number];

type By = Pareto['by'];
export const bases: By[] = ['Sales', 'Collections', 'Margin'];

interface Naming {
  customerId: string;
  name: string;
  account?: Account;
}

/** The few who make most, whom a senior looks after and who is due, and the big ones who have never bought. */
export default function KeyAccountsPage() {
  const { t } = useTranslation('customers');
  const [period, setPeriod] = usePeriod('thisYear');
  const [chosen, setBy] = useState<By | undefined>();
  const seesCosts = useCan('catalog.costs');
  const [naming, setNaming] = useState<Naming | null>(null);
  const { data, error, refetch } = server.useQuery('get', '/api/pareto', {
    params: { query: { ...period, by: chosen } },
  });
  const by = chosen ?? data?.by;
  return (
    <>
      <PageHead title={t('keyAccounts.title')} note={t('keyAccounts.note')} />
      <CustomerNav of="keyAccounts" />
      <div className={s.versions}>
        <PeriodPicker value={period} onChange={setPeriod} />
        <ChoiceInput
          clearable={false}
          label={t('keyAccounts.by')}
          value={by}
          onChange={(value) => setBy(value as By)}
          options={bases
            .filter((one) => one !== 'Margin' || seesCosts)
            .map((one) => ({
              value: one,
              label: t(`keyAccounts.of.${one}`),
            }))}
        />
      </div>
      {error && <LoadFailed error={error} retry={refetch} />}
      <div className={s.wide} style={{ marginTop: 12 }}>
        <Accounts name={setNaming} />
        {data && <Few pareto={data} name={setNaming} />}
        <Watched />
      </div>
      {naming && <NameForm naming={naming} onClose={() => setNaming(null)} />}
    </>
  );
}

function Few({ pareto, name }: { pareto: Pareto; name: (naming: Naming) => void }) {
  const { t } = useTranslation('customers');
  const colors = useChartColors();
  const mayName = useCan('customers.key-accounts-edit');
  const [isWhole, setWhole] = useState(false);
  const lines = isWhole ? pareto.lines : pareto.lines.slice(0, 15);
  const share = pareto.customers ? Math.round((1000 * pareto.key) / pareto.customers) / 10 : 0;
  return (
    <Panel
      title={t('keyAccounts.few', { key: pareto.key, all: pareto.customers, share, cut: percentText(pareto.cut) })}
      note={t('keyAccounts.fewNote')}
    >
      {pareto.unknown && pareto.unknown.customers > 0 && (
        <p className="muted">
          {t('keyAccounts.unknown', { count: pareto.unknown.customers })} <Amount value={pareto.unknown.sales} />
        </p>
      )}
      {pareto.customers > 0 && (
        <EChart
          label={t('keyAccounts.title')}
          height={260}
          option={{
            animation: false,
            grid: { left: 8, right: 16, top: 32, bottom: 4, containLabel: true },
            tooltip: { trigger: 'axis' },
            xAxis: { type: 'category', name: '%', data: pareto.curve.map((_, i) => String(i + 1)) },
            yAxis: { type: 'value', min: 0, max: 100, name: '%' },
            series: [
              {
                name: t('keyAccounts.cumulative'),
                type: 'line',
                areaStyle: { opacity: 0.12 },
                symbol: 'none',
                data: pareto.curve.map((one) => Math.round(approximate(one) * 1000) / 10),
                markLine: {
                  symbol: 'none',
                  lineStyle: { color: colors.rate },
                  data: [{ yAxis: Math.round(approximate(pareto.cut) * 100) }],
                },
              },
            ],
          }}
        />
      )}
      <FigureTable
        words={2}
        head={[
          t('name'),
          t('owner'),
          t('keyAccounts.amount'),
          t('keyAccounts.share'),
          t('keyAccounts.cumulative'),
          ' ',
        ]}
      >
        {lines.map((line) => (
          <tr key={line.customerId}>
            <th scope="row">
              <Link to={`/customers?open=${line.customerId}`}>{line.name}</Link>
            </th>
            <td>{line.ownerName}</td>
            <td className="number">
              <Link to={`/orders?customer=${line.customerId}`}>
                <Amount value={line.amount} />
              </Link>
              {line.unknown && signOf(line.unknown) !== 0 && (
                <div className="muted">
                  {t('keyAccounts.unknownOf')} <Amount value={line.unknown} />
                </div>
              )}
            </td>
            <td className="number">
              <Percent value={line.share} digits={1} />
            </td>
            <td className="number">
              <Percent value={line.cumulative} digits={1} />
            </td>
            <td>
              {line.isKeyAccount
                ? t('keyAccounts.isOne')
                : mayName &&
                  line.isKey && (
                    <Button
                      type="link"
                      size="small"
                      onClick={() => name({ customerId: line.customerId, name: line.name })}
                    >
                      {t('keyAccounts.make')}
                    </Button>
                  )}
            </td>
          </tr>
        ))}
        <tr>
          <th scope="row">{t('grading.total')}</th>
          <td />
          <td className="number">
            <Amount value={pareto.total} />
          </td>
          <td />
          <td />
          <td />
        </tr>
      </FigureTable>
      {pareto.lines.length > 15 && (
        <Button type="link" onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('keyAccounts.fewer') : t('keyAccounts.more', { count: pareto.lines.length })}
        </Button>
      )}
    </Panel>
  );
}

/** The export is the list as it stands, with its note and its first day. */
const exported = [
  'customerName',
  'sponsorName',
  'ownerName',
  'cadenceDays',
  'lastContact',
  'dueOn',
  'isOverdue',
  'first',
  'note',
];

function Accounts({ name }: { name: (naming: Naming) => void }) {
  const { t } = useTranslation('customers');
  const { data } = server.useQuery('get', '/api/key-accounts');
  const end = server.useMutation('post', '/api/key-accounts/{id}/end');
  const overdue = data?.items.filter((account) => account.isOverdue).length ?? 0;
  return (
    <Panel
      title={t('keyAccounts.accounts')}
      note={overdue > 0 ? t('keyAccounts.overdue', { count: overdue }) : undefined}
      extra={!!data?.items.length && <ExportMenu address="/api/key-accounts" columns={exported} />}
    >
      {data?.items.length === 0 && <p className="muted">{t('keyAccounts.none')}</p>}
      {!!data?.items.length && (
        <FigureTable
          words={3}
          head={[
            t('name'),
            t('keyAccounts.sponsor'),
            t('owner'),
            t('keyAccounts.cadence'),
            t('keyAccounts.lastContact'),
            t('keyAccounts.dueOn'),
            ' ',
          ]}
        >
          {data.items.map((account) => (
            <tr key={account.id}>
              <th scope="row">
                <Link to={`/customers?open=${account.customerId}`}>{account.customerName}</Link>
              </th>
              <td>{account.sponsorName}</td>
              <td>{account.ownerName}</td>
              <td className="number">{t('keyAccounts.days', { count: account.cadenceDays })}</td>
              <td>{account.lastContact ? <Day value={account.lastContact} /> : '–'}</td>
              <td className={account.isOverdue ? s.bad : undefined}>
                {account.dueOn && <Day value={account.dueOn} />}
              </td>
              <td>
                {account.can.includes('edit') && (
                  <>
                    <Button
                      type="link"
                      size="small"
                      onClick={() => name({ customerId: account.customerId, name: account.customerName, account })}
                    >
                      {t('change')}
                    </Button>
                    <Button
                      type="link"
                      size="small"
                      onClick={() =>
                        end.mutate({ params: { path: { id: account.id } }, headers: ifMatch(account.version) })
                      }
                    >
                      {t('keyAccounts.end')}
                    </Button>
                  </>
                )}
              </td>
            </tr>
          ))}
        </FigureTable>
      )}
    </Panel>
  );
}

function NameForm({ naming, onClose }: { naming: Naming; onClose: () => void }) {
  const { t } = useTranslation('customers');
  const { data } = server.useQuery('get', '/api/key-account-policies');
  const { account } = naming;
  if (!data) return null;
  return (
    <FormDrawer<{ sponsorId?: string | null; cadenceDays?: number | null; note?: string | null }>
      name="keyAccount"
      title={t('keyAccounts.makeOf', { name: naming.name })}
      initial={{
        sponsorId: account?.sponsorId,
        cadenceDays: account?.cadenceDays ?? data.now.cadenceDays,
        note: account?.note,
      }}
      save={({ sponsorId, cadenceDays, note }) =>
        api.POST('/api/key-accounts', {
          body: {
            customerId: naming.customerId,
            sponsorId: sponsorId ?? '',
            cadenceDays: cadenceDays ?? null,
            note: note || null,
          },
        })
      }
      onSaved={() => toast.success(t('grading.saved'))}
      onClose={onClose}
      width={440}
    >
      <Form.Item name="sponsorId" label={t('keyAccounts.sponsor')} required>
        <RemotePicker
          path="/api/people"
          query={{ active: 'true' }}
          current={account ? { id: account.sponsorId, name: account.sponsorName } : null}
        />
      </Form.Item>
      <Form.Item name="cadenceDays" label={t('keyAccounts.cadence')}>
        <InputNumber min={1} max={365} precision={0} />
      </Form.Item>
      <Form.Item name="note" label={t('remark')}>
        <Input.TextArea rows={2} maxLength={200} />
      </Form.Item>
    </FormDrawer>
  );
}

function Watched() {
  const { t } = useTranslation('customers');
  const mayEdit = useCan('customers.edit');
  const [adding, setAdding] = useState(false);
  const { data } = server.useQuery('get', '/api/watched-customers');
  const remove = server.useMutation('delete', '/api/customers/{id}/watch');
  return (
    <Panel
      title={t('keyAccounts.watched')}
      note={t('keyAccounts.watchedNote')}
      extra={
        mayEdit && (
          <Button size="small" onClick={() => setAdding(true)}>
            {t('keyAccounts.watch')}
          </Button>
        )
      }
    >
      {data?.items.length === 0 && <p className="muted">{t('keyAccounts.noneWatched')}</p>}
      <ul className={s.signs}>
        {data?.items.map((watched) => (
          <li key={watched.customerId}>
            <Link to={`/customers?open=${watched.customerId}`}>{watched.name}</Link>
            <span>{watched.reason}</span>
            <span className="muted">
              {[watched.industry, watched.city, watched.ownerName].filter(Boolean).join(' · ')}{' '}
              <Day value={watched.since} />
            </span>
            {mayEdit && (
              <Button
                type="link"
                size="small"
                onClick={() => remove.mutate({ params: { path: { id: watched.customerId } } })}
              >
                {t('keyAccounts.unwatch')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {adding && (
        <FormDrawer<{ customerId?: string | null; reason?: string }>
          name="watch"
          title={t('keyAccounts.watch')}
          save={({ customerId, reason }) =>
            api.POST('/api/customers/{id}/watch', {
              params: { path: { id: customerId ?? '' } },
              body: { reason: reason ?? '' },
            })
          }
          onSaved={() => toast.success(t('grading.saved'))}
          onClose={() => setAdding(false)}
          width={440}
        >
          <Form.Item name="customerId" label={t('keyAccounts.customer')} required>
            <RemotePicker path="/api/customers" query={{ state: 'Prospect' }} current={null} />
          </Form.Item>
          <Form.Item name="reason" label={t('grading.reason')} required>
            <Input.TextArea rows={2} maxLength={200} />
          </Form.Item>
        </FormDrawer>
      )}
    </Panel>
  );
}
