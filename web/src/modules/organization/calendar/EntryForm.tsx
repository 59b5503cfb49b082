import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { ifMatch, server } from '@/shared/api/client';
import type { Body, Reply } from '@/shared/api/types';
import { confirmed } from '@/shared/ui/confirm';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { DateInput } from '@/shared/ui/inputs/DateInput';
import { toast } from '@/shared/ui/toast';
import { UnitPicker } from '../units/UnitPicker';
import s from './calendar.module.css';

type Values = Body<'/api/calendar-entries'>;
export type Entry = Reply<'/api/calendar-entries/{id}'>;

const kinds: Values['kind'][] = ['OwnDayOff', 'OwnWorkingDay', 'PublicHoliday', 'MakeUpDay'];

interface EntryFormProps {
  /** Null is a new one. */
  entry: Entry | null;
  /** Where a new one begins. */
  day?: string | undefined;
  reload: () => Promise<unknown>;
  onClose: () => void;
}

export function EntryForm({ entry, day, reload, onClose }: EntryFormProps) {
  const { t } = useTranslation(['organization', 'shared']);
  const add = server.useMutation('post', '/api/calendar-entries', { meta: { quiet: true } });
  const edit = server.useMutation('put', '/api/calendar-entries/{id}', { meta: { quiet: true } });
  const remove = server.useMutation('delete', '/api/calendar-entries/{id}');
  const onRemove = async (one: Entry) => {
    const question = { title: t('calendar.removeAsk', { name: one.name }), yes: t('shared:remove'), danger: true };
    if (!(await confirmed(question))) return;
    await remove.mutateAsync({ params: { path: { id: one.id } } });
    toast.success(t('calendar.removed', { name: one.name }));
    onClose();
  };
  return (
    <FormDrawer<Values>
      name="calendarEntry"
      title={entry ? t('calendar.edit', { name: entry.name }) : t('calendar.create')}
      width={480}
      initial={entry ?? { kind: 'OwnDayOff', ...(day && { first: day, last: day }) }}
      save={({ unitId, ...values }) => {
        const isOwn = values.kind === 'OwnDayOff' || values.kind === 'OwnWorkingDay';
        const body = { ...values, last: values.last ?? values.first, unitId: (isOwn && unitId) || null };
        return entry
          ? edit.mutateAsync({ params: { path: { id: entry.id } }, body, headers: ifMatch(entry.version) })
          : add.mutateAsync({ body });
      }}
      reload={entry ? reload : undefined}
      onClose={() => onClose()}
    >
      <Form.Item name="kind" label={t('calendar.kind')} rules={[{ required: true }]}>
        <Select options={kinds.map((value) => ({ value, label: t(`calendar.kinds.${value}`) }))} />
      </Form.Item>
      <div className={s.pair}>
        <Form.Item name="first" label={t('calendar.first')} rules={[{ required: true }]}>
          <DateInput />
        </Form.Item>
        <Form.Item name="last" label={t('calendar.last')} extra={t('calendar.lastHelp')}>
          <DateInput />
        </Form.Item>
      </div>
      <div className={s.pair}>
        <Form.Item name="name" label={t('calendar.name')} rules={[{ required: true }]}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="nameEn" label={t('calendar.nameEn')}>
          <Input autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item noStyle dependencies={['kind']}>
        {({ getFieldValue }) =>
          String(getFieldValue('kind')).startsWith('Own') && (
            <Form.Item name="unitId" label={t('calendar.unit')} extra={t('calendar.unitHelp')}>
              <UnitPicker />
            </Form.Item>
          )
        }
      </Form.Item>
      {entry && (
        <Button type="text" danger loading={remove.isPending} onClick={() => onRemove(entry).catch(() => undefined)}>
          {t('shared:remove')}
        </Button>
      )}
    </FormDrawer>
  );
}
