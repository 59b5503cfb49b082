import { Button, Form, InputNumber, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, server } from '@/shared/api/client';
import { useCan, useSession } from '@/shared/api/session';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { DateInput } from '@/shared/ui/inputs/DateInput';
import { TimeInput } from '@/shared/ui/inputs/TimeInput';
import { Panel } from '@/shared/ui/Panel';
import { toast } from '@/shared/ui/toast';
import { UnitPicker } from '../units/UnitPicker';
import s from './attendance.module.css';

/** When the house and its units work, from which day on. */
export function HoursPanel() {
  const { t } = useTranslation(['organization', 'shared']);
  const [adding, setAdding] = useState(false);
  const may = useCan('organization.calendar-edit');
  const { data } = server.useQuery('get', '/api/work-hours');
  const remove = server.useMutation('delete', '/api/work-hours/{id}');
  return (
    <Panel
      title={t('hours.title')}
      extra={
        may && (
          <Button size="small" onClick={() => setAdding(true)}>
            {t('hours.add')}
          </Button>
        )
      }
    >
      <ul className={s.rows}>
        {data?.items.map((row) => (
          <li key={row.id}>
            <div>
              <b>{row.unitName ?? t('hours.house')}</b>{' '}
              <span className="number">
                {row.followsHouse ? t('hours.asHouse') : `${row.start}–${row.noonFrom}, ${row.noonTo}–${row.end}`}
              </span>
              <small>
                {t('hours.from', { day: row.first })}
                {!row.followsHouse &&
                  ` · ${t('hours.graceIs', { minutes: row.graceMinutes })} · ${row.overtimeAfter ? t('hours.overtimeIs', { minutes: row.overtimeAfter }) : t('hours.noOvertime')}`}
              </small>
            </div>
            {may && row.can?.includes('delete') && (
              <Button
                size="small"
                type="text"
                danger
                onClick={() => remove.mutate({ params: { path: { id: row.id } } })}
              >
                {t('shared:remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {adding && <HoursForm onClose={() => setAdding(false)} />}
    </Panel>
  );
}

interface Values {
  unitId?: string | null;
  first: string;
  followsHouse?: boolean;
  start: string;
  noonFrom: string;
  noonTo: string;
  end: string;
  graceMinutes: number;
  overtimeAfter?: number | null;
}

function HoursForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['organization', 'shared']);
  const { company } = useSession();
  return (
    <FormDrawer<Values>
      name="hours"
      title={t('hours.add')}
      initial={{
        first: company.today,
        start: '09:00',
        noonFrom: '12:00',
        noonTo: '13:00',
        end: '18:00',
        graceMinutes: 0,
        overtimeAfter: 60,
      }}
      save={(values) =>
        api.POST('/api/work-hours', {
          body: {
            ...values,
            unitId: values.unitId || null,
            followsHouse: !!values.followsHouse,
            overtimeAfter: values.overtimeAfter ?? null,
          },
        })
      }
      onSaved={() => toast.success(t('shared:form.saved'))}
      onClose={onClose}
      width={460}
    >
      <Form.Item name="unitId" label={t('people.unit')} extra={t('hours.unitHelp')}>
        <UnitPicker />
      </Form.Item>
      <Form.Item name="first" label={t('hours.first')} rules={[{ required: true }]}>
        <DateInput min={company.today} />
      </Form.Item>
      <Form.Item noStyle dependencies={['unitId']}>
        {({ getFieldValue }) =>
          getFieldValue('unitId') && (
            <Form.Item name="followsHouse" label={t('hours.asHouse')} valuePropName="checked">
              <Switch />
            </Form.Item>
          )
        }
      </Form.Item>
      <div className={s.pair}>
        {(['start', 'noonFrom', 'noonTo', 'end'] as const).map((name) => (
          <Form.Item key={name} name={name} label={t(`hours.${name}`)} rules={[{ required: true }]}>
            <TimeInput />
          </Form.Item>
        ))}
        <Form.Item name="graceMinutes" label={t('hours.grace')}>
          <InputNumber min={0} max={120} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="overtimeAfter" label={t('hours.overtime')} extra={t('hours.overtimeHelp')}>
          <InputNumber min={1} max={720} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </div>
    </FormDrawer>
  );
}
