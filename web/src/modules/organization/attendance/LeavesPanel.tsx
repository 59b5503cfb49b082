import { Button, Form, Input } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, server } from '@/shared/api/client';
import { useCan } from '@/shared/api/session';
import type { RowOf } from '@/shared/api/types';
import { confirmed } from '@/shared/ui/confirm';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { RemotePicker } from '@/shared/ui/inputs/RemotePicker';
import type { Column } from '@/shared/ui/list/columns';
import { DataTable } from '@/shared/ui/list/DataTable';
import { toast } from '@/shared/ui/toast';
import s from './attendance.module.css';
import { LeaveFields, useLeaveKinds } from './LeaveFields';

type Row = RowOf<'/api/leave-entries'>;

const columns = (t: TFunction<'organization'>): Column<Row>[] => [
  { key: 'personName', title: t('people.name'), kind: 'name', width: 140, sortable: true },
  { key: 'kindName', title: t('attendance.kind'), width: 120, sortable: true, card: 'line' },
  {
    key: 'first',
    title: t('attendance.firstDay'),
    width: 160,
    sortable: true,
    card: 'line',
    render: (row) => `${row.first}${row.startsAtNoon ? ` ${t('attendance.fromNoon')}` : ''}`,
  },
  {
    key: 'last',
    title: t('attendance.lastDay'),
    width: 160,
    sortable: true,
    card: 'line',
    render: (row) => `${row.last}${row.endsAtNoon ? ` ${t('attendance.untilNoon')}` : ''}`,
  },
  { key: 'note', title: t('attendance.note'), width: 220, card: 'none' },
];

/** Who is away when, and why. */
export function LeavesPanel() {
  const { t } = useTranslation(['organization', 'shared']);
  const [editing, setEditing] = useState<Row | 'new' | null>(null);
  const may = useCan('organization.attendance-edit');
  const kinds = useLeaveKinds();
  const remove = server.useMutation('delete', '/api/leave-entries/{id}');
  const ask = async (row: Row) => {
    if (
      await confirmed({
        title: t('attendance.removeLeave', { name: row.personName }),
        yes: t('shared:remove'),
        danger: true,
      })
    )
      remove.mutate({ params: { path: { id: row.id } } });
  };
  return (
    <>
      {may && (
        <Button className={s.add} onClick={() => setEditing('new')}>
          {t('attendance.addLeave')}
        </Button>
      )}
      <DataTable
        path="/api/leave-entries"
        name="leave-entries"
        label={t('attendance.leave')}
        searchHint={t('people.name')}
        columns={columns(t)}
        filters={[
          { kind: 'choice', name: 'kind', label: t('attendance.kind'), options: kinds },
          { kind: 'days', name: '', label: t('attendance.day') },
        ]}
        empty={t('attendance.noLeave')}
        create={may ? { label: t('attendance.addLeave'), onClick: () => setEditing('new') } : undefined}
        actions={
          may
            ? (row) => [
                { key: 'edit', label: t('attendance.edit'), onClick: () => setEditing(row) },
                { key: 'remove', label: t('shared:remove'), danger: true, onClick: () => ask(row) },
              ]
            : undefined
        }
      />
      {editing && <LeaveForm row={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </>
  );
}

interface Values {
  personId: string;
  kindId: string;
  first: string;
  startsAtNoon?: boolean;
  last: string;
  endsAtNoon?: boolean;
  note?: string | null;
}

function LeaveForm({ row, onClose }: { row: Row | null; onClose: () => void }) {
  const { t } = useTranslation(['organization', 'shared']);
  const save = (values: Values) => {
    const body = {
      ...values,
      personId: row?.personId ?? values.personId,
      startsAtNoon: !!values.startsAtNoon,
      endsAtNoon: !!values.endsAtNoon,
      note: values.note || null,
    };
    return row
      ? api.PUT('/api/leave-entries/{id}', { params: { path: { id: row.id } }, body, headers: ifMatch(row.version) })
      : api.POST('/api/leave-entries', { body });
  };
  return (
    <FormDrawer<Values>
      name="leave"
      title={row?.personName ?? t('attendance.addLeave')}
      initial={row ?? {}}
      save={save}
      onSaved={() => toast.success(t('shared:form.saved'))}
      onClose={onClose}
      width={460}
    >
      {!row && (
        <Form.Item name="personId" label={t('people.name')} rules={[{ required: true }]}>
          <RemotePicker path="/api/colleagues" />
        </Form.Item>
      )}
      <LeaveFields />
      <Form.Item name="note" label={t('attendance.note')}>
        <Input.TextArea rows={2} maxLength={200} />
      </Form.Item>
    </FormDrawer>
  );
}
