import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Form, Input, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api, server } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { IconButton } from '@/shared/ui/IconButton';
import { DateInput } from '@/shared/ui/inputs/DateInput';
import { TimeInput } from '@/shared/ui/inputs/TimeInput';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import { StatusTag } from '@/shared/ui/StatusTag';
import { toast } from '@/shared/ui/toast';
import s from './attendance.module.css';
import { Corrections } from './Corrections';
import { MonthSheet } from './MonthSheet';
import { LeaveAsk, MyLeave } from './MyLeave';
import { dayTones, monthAfter } from './words';

/** The button of the day, and one's own month. */
export default function MyAttendancePage() {
  const { t } = useTranslation(['organization', 'shared']);
  const { company } = useSession();
  const [search, setSearch] = useSearchParams();
  const [asking, setAsking] = useState<'correction' | 'leave' | null>(null);
  const thisMonth = company.today.slice(0, 7);
  const month = search.get('month') ?? thisMonth;
  const { data, isPending, error, refetch } = server.useQuery('get', '/api/attendance/mine', {
    params: { query: { month } },
  });
  const go = (by: number) => setSearch({ month: monthAfter(month, by) }, { replace: true });
  return (
    <>
      <PageHead
        title={t('attendance.mine')}
        actions={
          <>
            <Button onClick={() => setAsking('correction')}>{t('attendance.ask')}</Button>
            <Button type="primary" onClick={() => setAsking('leave')}>
              {t('leave.ask')}
            </Button>
          </>
        }
      />
      <div className={s.columns}>
        <div className={s.stack}>
          <Today />
          <Panel title={t('leave.mine')}>
            <MyLeave />
          </Panel>
          <Panel title={t('attendance.corrections')}>
            <Corrections box="Mine" />
          </Panel>
        </div>
        <Panel
          title={month}
          note={data?.isClosed ? t('attendance.closed') : undefined}
          extra={
            <>
              <IconButton label={t('attendance.before')} icon={<LeftOutlined />} onClick={() => go(-1)} />
              <IconButton
                label={t('attendance.after')}
                icon={<RightOutlined />}
                disabled={month >= thisMonth}
                onClick={() => go(1)}
              />
            </>
          }
        >
          {isPending && <Skeleton active title={false} paragraph={{ rows: 12 }} />}
          {error && !data && <LoadFailed error={error} retry={refetch} />}
          {data && <MonthSheet sheet={data} today={company.today} />}
        </Panel>
      </div>
      {asking === 'correction' && <AskForm onClose={() => setAsking(null)} />}
      {asking === 'leave' && <LeaveAsk onClose={() => setAsking(null)} />}
    </>
  );
}

/** Coming or going, by the clock of the server. */
function Today() {
  const { t } = useTranslation(['organization', 'shared']);
  const [place, setPlace] = useState('');
  const { data } = server.useQuery('get', '/api/attendance/today');
  const check = server.useMutation('post', '/api/attendance/check', {
    onSuccess: (day) =>
      toast.success(t('attendance.checked', { time: (day.wentAt ?? day.cameAt ?? day.now).slice(0, 5) })),
  });
  if (!data) return <Panel title={t('attendance.today')}>{<Skeleton active title={false} />}</Panel>;
  const comes = data.can?.includes('in');
  return (
    <Panel
      title={t('attendance.today')}
      note={`${data.day} · ${data.isDue ? `${data.start}–${data.end}` : t('attendance.notDue')}`}
      extra={<StatusTag tone={dayTones[data.state]}>{t(`attendance.states.${data.state}`)}</StatusTag>}
    >
      <dl className={s.clock}>
        <div>
          <dt>{t('attendance.came')}</dt>
          <dd className="number">{data.cameAt?.slice(0, 5) ?? '–'}</dd>
        </div>
        <div>
          <dt>{t('attendance.went')}</dt>
          <dd className="number">{data.wentAt?.slice(0, 5) ?? '–'}</dd>
        </div>
      </dl>
      {data.lateMinutes > 0 && <p className="muted">{t('attendance.lateBy', { minutes: data.lateMinutes })}</p>}
      {!!data.can?.length && (
        <form
          className={s.check}
          onSubmit={(event) => {
            event.preventDefault();
            check.mutate({ body: { place: place || null } });
          }}
        >
          <Input
            aria-label={t('attendance.place')}
            placeholder={t('attendance.place')}
            maxLength={120}
            value={place}
            onChange={(event) => setPlace(event.target.value)}
          />
          <Button type="primary" size="large" block htmlType="submit" loading={check.isPending}>
            {comes ? t('attendance.checkIn') : t('attendance.checkOut')}
          </Button>
        </form>
      )}
    </Panel>
  );
}

interface Ask {
  day: string;
  cameAt?: string | null;
  wentAt?: string | null;
  reason: string;
}

function AskForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['organization', 'shared']);
  const { company } = useSession();
  return (
    <FormDrawer<Ask>
      name="correction"
      title={t('attendance.ask')}
      initial={{ day: company.today }}
      save={(values) =>
        api.POST('/api/attendance-corrections', {
          body: { ...values, cameAt: values.cameAt || null, wentAt: values.wentAt || null },
        })
      }
      saveText={t('attendance.send')}
      onSaved={() => toast.success(t('attendance.sent'))}
      onClose={onClose}
      width={420}
    >
      <Form.Item name="day" label={t('attendance.day')} rules={[{ required: true }]}>
        <DateInput max={company.today} />
      </Form.Item>
      <div className={s.pair}>
        <Form.Item name="cameAt" label={t('attendance.came')}>
          <TimeInput />
        </Form.Item>
        <Form.Item name="wentAt" label={t('attendance.went')}>
          <TimeInput />
        </Form.Item>
      </div>
      <Form.Item
        name="reason"
        label={t('attendance.reason')}
        extra={t('attendance.askHelp')}
        rules={[{ required: true }]}
      >
        <Input.TextArea rows={3} maxLength={200} />
      </Form.Item>
    </FormDrawer>
  );
}
