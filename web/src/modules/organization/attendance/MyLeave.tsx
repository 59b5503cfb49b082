import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, server } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import type { RowOf } from '@/shared/api/types';
import { confirmed } from '@/shared/ui/confirm';
import { EmptyState } from '@/shared/ui/EmptyState';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { DateInput } from '@/shared/ui/inputs/DateInput';
import { RemotePicker } from '@/shared/ui/inputs/RemotePicker';
import { StatusTag } from '@/shared/ui/StatusTag';
import { toast } from '@/shared/ui/toast';
import s from './attendance.module.css';
import { LeaveFields } from './LeaveFields';
import { leaveTones } from './words';

type Application = RowOf<'/api/leave-applications'>;

/** What leave one has asked for, and how it stands. */
export function MyLeave() {
  const { t } = useTranslation('organization');
  const [mending, setMending] = useState<Application | null>(null);
  const [ending, setEnding] = useState<Application | null>(null);
  const { data, refetch } = server.useQuery('get', '/api/leave-applications', { params: { query: { size: 20 } } });
  const withdraw = server.useMutation('post', '/api/leave-applications/{id}/withdraw');
  const ask = async ({ id, kindName, first }: Application) => {
    if (
      await confirmed({ title: t('leave.withdrawAsk', { kind: kindName, day: first }), yes: t('attendance.withdraw') })
    )
      withdraw.mutate({ params: { path: { id } } }, { onSuccess: () => refetch() });
  };
  if (data?.total === 0) return <EmptyState text={t('leave.none')} />;
  return (
    <>
      <ul className={s.rows}>
        {data?.items.map((row) => (
          <li key={row.id}>
            <div>
              <b>{row.kindName}</b> <Span row={row} />
              <small>
                {t('leave.days', { days: row.days })} · {row.reason}
                {row.deputyName && ` · ${t('leave.deputy', { name: row.deputyName })}`}
                {row.backOn && ` · ${t('leave.wasBack', { day: row.backOn })}`}
              </small>
            </div>
            <StatusTag tone={leaveTones[row.state]}>{t(`leave.states.${row.state}`)}</StatusTag>
            {row.can?.includes('edit') && (
              <Button size="small" onClick={() => setMending(row)}>
                {t('leave.mend')}
              </Button>
            )}
            {row.can?.includes('end') && (
              <Button size="small" onClick={() => setEnding(row)}>
                {t('leave.end')}
              </Button>
            )}
            {row.can?.includes('withdraw') && (
              <Button size="small" type="text" onClick={() => ask(row)}>
                {t('attendance.withdraw')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mending && <LeaveAsk application={mending} onClose={() => setMending(null)} />}
      {ending && <LeaveEnd application={ending} onClose={() => setEnding(null)} />}
    </>
  );
}

/** Back before the leave is over, or not gone at all. */
function LeaveEnd({ application: { id, first, last }, onClose }: { application: Application; onClose: () => void }) {
  const { t } = useTranslation('organization');
  const { company } = useSession();
  return (
    <FormDrawer<{ backOn: string }>
      name="end-leave"
      title={t('leave.end')}
      initial={{ backOn: company.today < first ? first : company.today }}
      save={(body) => api.POST('/api/leave-applications/{id}/end', { params: { path: { id } }, body })}
      onSaved={() => toast.success(t('leave.ended'))}
      onClose={onClose}
      width={460}
    >
      <Form.Item
        name="backOn"
        label={t('leave.backOn')}
        extra={t('leave.backOnHelp', { first })}
        rules={[{ required: true }]}
      >
        <DateInput min={first} max={last} />
      </Form.Item>
    </FormDrawer>
  );
}

function Span({ row }: { row: Application }) {
  const { t } = useTranslation('organization');
  const from = row.startsAtNoon ? `${row.first} ${t('attendance.fromNoon')}` : row.first;
  const to = row.endsAtNoon ? `${row.last} ${t('attendance.untilNoon')}` : row.last;
  return <span className="number">{row.first === row.last && !row.endsAtNoon ? from : `${from} – ${to}`}</span>;
}

interface Values {
  kindId: string;
  first: string;
  startsAtNoon?: boolean;
  last: string;
  endsAtNoon?: boolean;
  reason: string;
  deputyId?: string | null;
}

/** Asking for leave, or mending what came back. */
export function LeaveAsk({ application, onClose }: { application?: Application; onClose: () => void }) {
  const { t } = useTranslation('organization');
  const { company } = useSession();
  const save = (values: Values) => {
    const body = {
      ...values,
      startsAtNoon: !!values.startsAtNoon,
      endsAtNoon: !!values.endsAtNoon,
      deputyId: values.first < values.last ? values.deputyId || undefined : undefined,
    };
    return application
      ? api.PUT('/api/leave-applications/{id}', {
          params: { path: { id: application.id } },
          headers: ifMatch(application.version),
          body,
        })
      : api.POST('/api/leave-applications', { body });
  };
  return (
    <FormDrawer<Values>
      name="ask-leave"
      title={t('leave.ask')}
      initial={application ?? { first: company.today, last: company.today }}
      save={save}
      saveText={t('attendance.send')}
      onSaved={() => toast.success(t('leave.sent'))}
      onClose={onClose}
      width={460}
    >
      <LeaveFields />
      <DeputyField application={application} />
      <Form.Item name="reason" label={t('attendance.reason')} rules={[{ required: true }]}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </FormDrawer>
  );
}

/** Offered to whose work would lie: requests that wait for him, people who report to him. */
function DeputyField({ application }: { application?: Application }) {
  const { t } = useTranslation('organization');
  const form = Form.useFormInstance<Values>();
  const first = Form.useWatch('first', form);
  const last = Form.useWatch('last', form);
  const isLonger = !!first && !!last && first < last;
  const { data: need } = server.useQuery(
    'get',
    '/api/leave-applications/deputy',
    { params: { query: { first: first ?? '', last: last ?? '' } } },
    { enabled: isLonger },
  );
  if (!isLonger || !need) return null;
  if (need.deputyName) return <p className="muted">{t('leave.deputyStands', { name: need.deputyName })}</p>;
  if (!need.isWanted && !application?.deputyId) return null;
  const { waiting, reports } = need;
  return (
    <Form.Item name="deputyId" label={t('delegations.deputy')} extra={t('leave.deputyHelp', { waiting, reports })}>
      <RemotePicker
        path="/api/colleagues"
        current={
          application?.deputyId
            ? { id: application.deputyId, name: application.deputyName ?? '', number: null }
            : undefined
        }
      />
    </Form.Item>
  );
}
