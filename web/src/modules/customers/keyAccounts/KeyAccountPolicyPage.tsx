import { DeleteOutlined } from '@ant-design/icons';
import { Button, Form, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, server } from '@/shared/api/client';
import { useCan, useSession } from '@/shared/api/session';
import type { Reply } from '@/shared/api/types';
import { confirmed } from '@/shared/ui/confirm';
import { Facts } from '@/shared/ui/Facts';
import { FigureTable } from '@/shared/ui/figures/FigureTable';
import { Day, Percent } from '@/shared/ui/figures/Texts';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { IconButton } from '@/shared/ui/IconButton';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { DateInput } from '@/shared/ui/inputs/DateInput';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import { toast } from '@/shared/ui/toast';
import { bases } from './KeyAccountsPage';

type Row = Reply<'/api/key-account-policies'>['now'];

/** What share of what whole the key accounts make together, and how often they are to be seen: from a day on. */
export default function KeyAccountPolicyPage() {
  const { t } = useTranslation('customers');
  const { data, error, refetch } = server.useQuery('get', '/api/key-account-policies');
  const remove = server.useMutation('delete', '/api/key-account-policies/{first}');
  const [adding, setAdding] = useState(false);
  const onRemove = async (first: string) => {
    const yes = t('keyAccounts.policy.remove');
    if (await confirmed({ title: t('grading.takeBack', { day: first }), yes }))
      await remove.mutateAsync({ params: { path: { first } } }).catch(() => undefined);
  };
  return (
    <>
      <PageHead
        title={t('keyAccounts.policy.title')}
        note={t('keyAccounts.policy.note')}
        actions={
          data && (
            <Button type="primary" onClick={() => setAdding(true)}>
              {t('keyAccounts.policy.add')}
            </Button>
          )
        }
      />
      {error && <LoadFailed error={error} retry={refetch} />}
      {data && (
        <>
          <Panel title={t('keyAccounts.policy.now')}>
            <Facts
              items={[
                { label: t('keyAccounts.policy.basis'), value: t(`keyAccounts.of.${data.now.basis}`) },
                { label: t('keyAccounts.policy.cut'), value: <Percent value={data.now.cut} /> },
                { label: t('keyAccounts.cadence'), value: t('keyAccounts.days', { count: data.now.cadenceDays }) },
              ]}
            />
          </Panel>
          {data.items.length > 0 && (
            <Panel title={t('keyAccounts.policy.versions')}>
              <FigureTable
                words={2}
                head={[
                  t('keyAccounts.policy.first'),
                  t('keyAccounts.policy.basis'),
                  t('keyAccounts.policy.cut'),
                  t('keyAccounts.cadence'),
                  '',
                ]}
              >
                {data.items.map((row) => (
                  <tr key={row.first}>
                    <th scope="row">
                      <Day value={row.first} />
                    </th>
                    <td>{t(`keyAccounts.of.${row.basis}`)}</td>
                    <td className="number">
                      <Percent value={row.cut} />
                    </td>
                    <td className="number">{t('keyAccounts.days', { count: row.cadenceDays })}</td>
                    <td>
                      {row.can.includes('delete') && (
                        <IconButton
                          label={t('keyAccounts.policy.remove')}
                          icon={<DeleteOutlined />}
                          onClick={() => onRemove(row.first)}
                        />
                      )}
                    </td>
                  </tr>
                ))}
              </FigureTable>
            </Panel>
          )}
          {adding && <PolicyForm now={data.now} onClose={() => setAdding(false)} />}
        </>
      )}
    </>
  );
}

interface Values {
  first?: string | null;
  basis: Row['basis'];
  percent?: number | null;
  cadenceDays?: number | null;
}

function PolicyForm({ now, onClose }: { now: Row; onClose: () => void }) {
  const { t } = useTranslation('customers');
  const { company } = useSession();
  const seesCosts = useCan('catalog.costs');
  return (
    <FormDrawer<Values>
      name="keyAccountPolicy"
      title={t('keyAccounts.policy.add')}
      width={440}
      initial={{
        first: company.today,
        basis: now.basis,
        percent: Math.round(Number(now.cut) * 100),
        cadenceDays: now.cadenceDays,
      }}
      save={({ first, basis, percent, cadenceDays }) =>
        api.POST('/api/key-account-policies', {
          body: { first: first ?? '', basis, cut: String((percent ?? 0) / 100), cadenceDays: cadenceDays ?? 0 },
        })
      }
      onSaved={() => toast.success(t('grading.saved'))}
      onClose={() => onClose()}
    >
      <Form.Item name="first" label={t('keyAccounts.policy.first')} required>
        <DateInput min={company.today} />
      </Form.Item>
      <Form.Item name="basis" label={t('keyAccounts.policy.basis')} extra={t('keyAccounts.policy.basisHelp')} required>
        <ChoiceInput
          clearable={false}
          options={bases
            .filter((one) => one !== 'Margin' || seesCosts || now.basis === 'Margin')
            .map((one) => ({ value: one, label: t(`keyAccounts.of.${one}`) }))}
        />
      </Form.Item>
      <Form.Item name="percent" label={t('keyAccounts.policy.cut')} extra={t('keyAccounts.policy.cutHelp')} required>
        <InputNumber min={1} max={99} precision={0} suffix="%" />
      </Form.Item>
      <Form.Item name="cadenceDays" label={t('keyAccounts.cadence')} required>
        <InputNumber min={1} max={365} precision={0} />
      </Form.Item>
    </FormDrawer>
  );
}
