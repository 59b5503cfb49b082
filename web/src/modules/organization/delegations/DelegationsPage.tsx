import { Form, Input, Select } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, server } from '@/shared/api/client';
import { useCan, useSession } from '@/shared/api/session';
import type { RowOf } from '@/shared/api/types';
import { confirmed } from '@/shared/ui/confirm';
import { Day } from '@/shared/ui/figures/Texts';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { DateInput } from '@/shared/ui/inputs/DateInput';
import { RemotePicker } from '@/shared/ui/inputs/RemotePicker';
import type { Column } from '@/shared/ui/list/columns';
import { ListPage } from '@/shared/ui/list/ListPage';
import { StatusTag } from '@/shared/ui/StatusTag';
import { toast } from '@/shared/ui/toast';

type Row = RowOf<'/api/delegations'>;

const columns = (t: TFunction<'organization'>, kindName: (code: string) => string, today: string): Column<Row>[] => [
  {
    key: 'personName',
    title: t('delegations.principal'),
    kind: 'name',
    render: (row) => t('delegations.pair', { person: row.personName, deputy: row.deputyName }),
  },
  {
    key: 'isRunning',
    title: t('delegations.state'),
    width: 110,
    card: 'corner',
    render: (row) =>
      row.isRunning ? (
        <StatusTag tone="good">{t('delegations.running')}</StatusTag>
      ) : (
        <StatusTag tone="neutral">{row.first > today ? t('delegations.coming') : t('delegations.over')}</StatusTag>
      ),
  },
  { key: 'first', title: t('delegations.first'), width: 110, render: (row) => <Day value={row.first} /> },
  { key: 'last', title: t('delegations.last'), width: 110, render: (row) => <Day value={row.last} /> },
  {
    key: 'kinds',
    title: t('delegations.kinds'),
    width: 200,
    render: (row) =>
      row.kinds.length === 0 ? t('delegations.allKinds') : row.kinds.map(kindName).join(t('delegations.separator')),
  },
  { key: 'remark', title: t('delegations.remark'), width: 200, card: 'none' },
];

/** Who decides for whom while he is away: one's own, and where one is the deputy. */
export default function DelegationsPage() {
  const { t } = useTranslation(['organization', 'shared']);
  const { company, person } = useSession();
  const [editing, setEditing] = useState<Row | null>(null);
  const { data: kinds } = server.useQuery('get', '/api/approval-matters');
  const remove = server.useMutation('delete', '/api/delegations/{id}');
  const kindName = (code: string) => kinds?.kinds.find((kind) => kind.code === code)?.name ?? code;
  const ask = async (row: Row) => {
    const title = t('delegations.removeAsk', { person: row.personName, deputy: row.deputyName });
    if (await confirmed({ title, yes: t('delegations.end'), danger: true }))
      remove.mutate({ params: { path: { id: row.id } } });
  };
  return (
    <>
      <ListPage
        path="/api/delegations"
        name="delegations"
        title={t('delegations.title')}
        columns={columns(t, kindName, company.today)}
        empty={t('delegations.empty')}
        add={person ? t('delegations.add') : null}
        actions={(row) =>
          row.can?.includes('edit')
            ? [
                { key: 'edit', label: t('delegations.edit'), onClick: () => setEditing(row) },
                { key: 'end', label: t('delegations.end'), danger: true, onClick: () => ask(row) },
              ]
            : []
        }
        form={(_, close) => <DelegationForm row={null} onClose={() => close()} />}
      />
      {editing && <DelegationForm row={editing} onClose={() => setEditing(null)} />}
    </>
  );
}

interface Values {
  personId?: string | null;
  deputyId: string;
  first: string;
  last: string;
  kinds?: string[];
  remark?: string;
}

function DelegationForm({ row, onClose }: { row: Row | null; onClose: () => void }) {
  const { t } = useTranslation(['organization', 'shared']);
  const { company } = useSession();
  const forOthers = useCan('organization.people-edit');
  const { data: kinds } = server.useQuery('get', '/api/approval-matters');
  const save = async ({ personId, kinds, remark, ...values }: Values) => {
    const body = { ...values, kinds: kinds ?? [], remark: remark || undefined };
    if (!row) return api.POST('/api/delegations', { body: { ...body, personId: personId || undefined } });
    return api.PUT('/api/delegations/{id}', { params: { path: { id: row.id } }, body, headers: ifMatch(row.version) });
  };
  return (
    <FormDrawer<Values>
      name="delegation"
      title={row ? t('delegations.edit') : t('delegations.add')}
      initial={row ? { ...row, remark: row.remark ?? '' } : { first: company.today, last: company.today }}
      save={save}
      onSaved={() => toast.success(t('shared:form.saved'))}
      onClose={onClose}
      width={440}
    >
      {forOthers && !row && (
        <Form.Item name="personId" label={t('delegations.principal')} extra={t('delegations.principalHelp')}>
          <RemotePicker path="/api/colleagues" />
        </Form.Item>
      )}
      <Form.Item
        name="deputyId"
        label={t('delegations.deputy')}
        required
        rules={[{ required: true, message: t('delegations.chooseDeputy') }]}
      >
        <RemotePicker
          path="/api/colleagues"
          current={row && { id: row.deputyId, name: row.deputyName, number: null }}
        />
      </Form.Item>
      <Form.Item name="first" label={t('delegations.first')} required>
        <DateInput />
      </Form.Item>
      <Form.Item name="last" label={t('delegations.last')} required>
        <DateInput />
      </Form.Item>
      <Form.Item name="kinds" label={t('delegations.kinds')} extra={t('delegations.kindsHelp')}>
        <Select
          mode="multiple"
          placeholder={t('delegations.allKinds')}
          options={(kinds?.kinds ?? []).map((kind) => ({ value: kind.code, label: kind.name }))}
        />
      </Form.Item>
      <Form.Item name="remark" label={t('delegations.remark')}>
        <Input maxLength={200} />
      </Form.Item>
    </FormDrawer>
  );
}
