import { Button, Form, Input, InputNumber, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, server } from '@/shared/api/client';
import { useCan, useSession } from '@/shared/api/session';
import type { Reply } from '@/shared/api/types';
import { useLanguage } from '@/shared/text/language';
import { confirmed } from '@/shared/ui/confirm';
import { Instant } from '@/shared/ui/figures/Texts';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { Panel } from '@/shared/ui/Panel';
import { toast } from '@/shared/ui/toast';
import s from './attendance.module.css';
import { monthAfter } from './words';

type Kind = Reply<'/api/leave-kinds'>['items'][number];

/** Which months are settled; and the kinds of leave of the house. */
export function MonthsPanel() {
  const { t } = useTranslation(['organization', 'shared']);
  const { company } = useSession();
  const [reopening, setReopening] = useState<string | null>(null);
  const may = useCan('organization.attendance-close');
  const { data } = server.useQuery('get', '/api/attendance-months');
  const close = server.useMutation('post', '/api/attendance-months/close');
  const closed = new Set(data?.items.map((row) => row.month));
  const open = [1, 2, 3]
    .map((ago) => monthAfter(company.today.slice(0, 7), -ago))
    .filter((month) => !closed.has(month));
  const ask = async (month: string) => {
    if (await confirmed({ title: t('months.closeAsk', { month }), yes: t('months.close') }))
      close.mutate({ body: { month } });
  };
  return (
    <div className={s.stack}>
      <Panel title={t('months.title')}>
        <p className="muted" style={{ marginBottom: 8 }}>
          {t('months.help')}
        </p>
        <ul className={s.rows}>
          {data &&
            may &&
            open.map((month) => (
              <li key={month}>
                <b className="number">{month}</b>
                <Button size="small" onClick={() => ask(month)}>
                  {t('months.close')}
                </Button>
              </li>
            ))}
          {data?.items.map((row) => (
            <li key={row.month}>
              <div>
                <b className="number">{row.month}</b> {t('attendance.closed')}
                <small>
                  {row.closedByName} <Instant value={row.closedAt} />
                </small>
              </div>
              {may && (
                <Button size="small" type="text" onClick={() => setReopening(row.month)}>
                  {t('months.reopen')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Panel>
      <KindsPanel />
      {reopening && (
        <FormDrawer<{ reason: string }>
          name="reopen"
          title={`${t('months.reopen')} · ${reopening}`}
          save={({ reason }) => api.POST('/api/attendance-months/reopen', { body: { month: reopening, reason } })}
          onSaved={() => toast.success(t('shared:form.saved'))}
          onClose={() => setReopening(null)}
          width={420}
        >
          <Form.Item name="reason" label={t('attendance.reason')} rules={[{ required: true }]}>
            <Input.TextArea rows={3} maxLength={200} />
          </Form.Item>
        </FormDrawer>
      )}
    </div>
  );
}

function KindsPanel() {
  const { t } = useTranslation(['organization', 'shared']);
  const language = useLanguage();
  const [editing, setEditing] = useState<Kind | 'new' | null>(null);
  const may = useCan('organization.calendar-edit');
  const { data } = server.useQuery('get', '/api/leave-kinds');
  return (
    <Panel
      title={t('leaveKinds.title')}
      extra={
        may && (
          <Button size="small" onClick={() => setEditing('new')}>
            {t('leaveKinds.add')}
          </Button>
        )
      }
    >
      <ul className={s.rows}>
        {data?.items.map((kind) => (
          <li key={kind.id}>
            <div>
              {language === 'en' ? kind.nameEn : kind.name}
              <small>
                {kind.isPaid ? t('leaveKinds.paid') : t('leaveKinds.unpaid')}
                {kind.isClosed && ` · ${t('leaveKinds.isClosed')}`}
              </small>
            </div>
            {may && (
              <Button size="small" type="text" onClick={() => setEditing(kind)}>
                {t('attendance.edit')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {editing && <KindForm kind={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </Panel>
  );
}

function KindForm({ kind, onClose }: { kind: Kind | null; onClose: () => void }) {
  const { t } = useTranslation(['organization', 'shared']);
  return (
    <FormDrawer<Omit<Kind, 'id' | 'version'>>
      name="leaveKind"
      title={kind?.name ?? t('leaveKinds.add')}
      initial={kind ?? { isPaid: true, isClosed: false, order: 10 }}
      save={({ name, nameEn, isPaid, isClosed, order }) => {
        const body = { name, nameEn, isPaid, isClosed, order };
        return kind
          ? api.PUT('/api/leave-kinds/{id}', {
              params: { path: { id: kind.id } },
              body,
              headers: ifMatch(kind.version),
            })
          : api.POST('/api/leave-kinds', { body });
      }}
      onSaved={() => toast.success(t('shared:form.saved'))}
      onClose={onClose}
      width={420}
    >
      <Form.Item name="name" label={t('leaveKinds.name')} rules={[{ required: true }]}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="nameEn" label={t('leaveKinds.nameEn')} rules={[{ required: true }]}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="order" label={t('leaveKinds.order')}>
        <InputNumber min={0} max={1000} precision={0} />
      </Form.Item>
      <Form.Item name="isPaid" label={t('leaveKinds.paid')} valuePropName="checked">
        <Switch />
      </Form.Item>
      <Form.Item name="isClosed" label={t('leaveKinds.isClosed')} valuePropName="checked">
        <Switch />
      </Form.Item>
    </FormDrawer>
  );
}
