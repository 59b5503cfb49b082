import { Form } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, server } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import type { RowOf } from '@/shared/api/types';
import { confirmed } from '@/shared/ui/confirm';
import { Amount, Percent } from '@/shared/ui/figures/Texts';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { MoneyInput } from '@/shared/ui/inputs/MoneyInput';
import { RateInput } from '@/shared/ui/inputs/RateInput';
import { RemotePicker } from '@/shared/ui/inputs/RemotePicker';
import type { Column } from '@/shared/ui/list/columns';
import { ListPage } from '@/shared/ui/list/ListPage';
import { toast } from '@/shared/ui/toast';
import s from './approvals.module.css';

type Row = RowOf<'/api/approval-limits'>;

const columns = (t: TFunction<'approvals'>, kindName: (code: string) => string): Column<Row>[] => [
  { key: 'holderName', title: t('limits.holder'), kind: 'name', sortable: true },
  {
    key: 'personId',
    title: t('limits.holderKind'),
    width: 90,
    card: 'line',
    render: (row) => (row.personId ? t('limits.person') : t('limits.position')),
  },
  {
    key: 'kind',
    title: t('kind'),
    width: 160,
    sortable: true,
    card: 'line',
    render: (row) => (row.kind ? kindName(row.kind) : t('limits.allKinds')),
  },
  {
    key: 'amount',
    title: t('limits.amount'),
    kind: 'money',
    width: 170,
    sortable: true,
    render: (row) => (row.amount ? <Amount value={row.amount} /> : t('limits.none')),
  },
  {
    key: 'discount',
    title: t('limits.discount'),
    kind: 'rate',
    width: 130,
    sortable: true,
    render: (row) => (row.discount ? <Percent value={row.discount} /> : t('limits.none')),
  },
];

/** Who may approve up to how much. */
export default function LimitsPage() {
  const { t } = useTranslation(['approvals', 'shared']);
  const [editing, setEditing] = useState<Row | null>(null);
  const { data: kinds } = server.useQuery('get', '/api/approval-matters');
  const remove = server.useMutation('delete', '/api/approval-limits/{id}');
  const kindName = (code: string) => kinds?.kinds.find((kind) => kind.code === code)?.name ?? code;
  const ask = async (row: Row) => {
    if (
      await confirmed({ title: t('limits.removeAsk', { name: row.holderName }), yes: t('shared:remove'), danger: true })
    )
      remove.mutate({ params: { path: { id: row.id } } });
  };
  return (
    <>
      <ListPage
        path="/api/approval-limits"
        name="approval-limits"
        title={t('limits.title')}
        above={<p className={s.about}>{t('limits.help')}</p>}
        columns={columns(t, kindName)}
        searchHint={t('limits.holder')}
        empty={t('limits.empty')}
        add={t('limits.add')}
        actions={(row) => [
          { key: 'edit', label: t('limits.edit'), onClick: () => setEditing(row) },
          { key: 'remove', label: t('shared:remove'), danger: true, onClick: () => ask(row) },
        ]}
        form={(_, close) => <LimitForm row={null} onClose={() => close()} />}
      />
      {editing && <LimitForm row={editing} onClose={() => setEditing(null)} />}
    </>
  );
}

interface Values {
  positionId?: string | null;
  personId?: string | null;
  kind?: string | null;
  amount?: string | null;
  discount?: string | null;
}

function LimitForm({ row, onClose }: { row: Row | null; onClose: () => void }) {
  const { t } = useTranslation(['approvals', 'shared']);
  const { company } = useSession();
  const { data: kinds } = server.useQuery('get', '/api/approval-matters');
  const { data: positions } = server.useQuery('get', '/api/positions');
  const save = async ({ positionId, personId, kind, amount, discount }: Values) => {
    const limit = { amount: amount || undefined, discount: discount || undefined };
    if (row)
      return api.PUT('/api/approval-limits/{id}', {
        params: { path: { id: row.id } },
        body: limit,
        headers: ifMatch(row.version),
      });
    return api.POST('/api/approval-limits', {
      body: {
        ...limit,
        positionId: positionId || undefined,
        personId: personId || undefined,
        kind: kind || undefined,
      },
    });
  };
  return (
    <FormDrawer<Values>
      name="limit"
      title={row ? row.holderName : t('limits.add')}
      initial={row ?? {}}
      save={save}
      onSaved={() => toast.success(t('shared:form.saved'))}
      onClose={onClose}
      width={440}
    >
      {!row && (
        <>
          <Form.Item name="positionId" label={t('limits.position')}>
            <ChoiceInput options={(positions?.items ?? []).map((p) => ({ value: p.id, label: p.name }))} />
          </Form.Item>
          <Form.Item name="personId" label={t('limits.orPerson')} extra={t('limits.personHelp')}>
            <RemotePicker path="/api/colleagues" />
          </Form.Item>
          <Form.Item name="kind" label={t('kind')}>
            <ChoiceInput
              placeholder={t('limits.allKinds')}
              options={(kinds?.kinds ?? []).map((kind) => ({ value: kind.code, label: kind.name }))}
            />
          </Form.Item>
        </>
      )}
      <Form.Item name="amount" label={t('limits.amount')} extra={t('limits.amountHelp')}>
        <MoneyInput unit={company.currency} />
      </Form.Item>
      <Form.Item name="discount" label={t('limits.discount')}>
        <RateInput />
      </Form.Item>
    </FormDrawer>
  );
}
