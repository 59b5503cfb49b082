import { Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, server } from '@/shared/api/client';
import { useSession } from '@/shared/api/session';
import { FormDrawer } from '@/shared/ui/form/FormDrawer';
import { DateInput } from '@/shared/ui/inputs/DateInput';
import { RemotePicker } from '@/shared/ui/inputs/RemotePicker';
import { TimeInput } from '@/shared/ui/inputs/TimeInput';
import { toast } from '@/shared/ui/toast';
import { AudienceInput, type AudienceValues, audienceLines } from '../AudienceInput';
import s from '../collaboration.module.css';

interface Values extends AudienceValues {
  title: string;
  day: string | null;
  from: string;
  to: string;
  place?: string;
  chairId: string | null;
  needsMinutes?: boolean;
}

/** A single meeting; one that is changed keeps whoever is named. */
export function MeetingForm({ id, onClose }: { id: string; onClose: (saved?: string) => void }) {
  const { t } = useTranslation('collaboration');
  const { person, company } = useSession();
  const isNew = id === 'new';
  const before = server.useQuery('get', '/api/meetings/{id}', { params: { path: { id } } }, { enabled: !isNew });
  if (!isNew && !before.data) return null;
  const old = before.data;
  const save = async (values: Values) => {
    const body = {
      title: values.title || '',
      day: values.day ?? '',
      from: values.from || '',
      to: values.to || '',
      place: values.place || undefined,
      chairId: values.chairId ?? '',
      needsMinutes: !!values.needsMinutes,
      invited: audienceLines(values),
    };
    const { data } = old
      ? await api.PUT('/api/meetings/{id}', { params: { path: { id } }, headers: ifMatch(old.version), body })
      : await api.POST('/api/meetings', { body });
    return data as { id: string } | undefined;
  };
  const invited = (old?.invitees ?? []).map(({ person: one }) => one);
  return (
    <FormDrawer<Values, { id?: string } | undefined>
      name="meeting"
      title={isNew ? t('meetings.add') : t('meetings.editTitle')}
      initial={
        old
          ? {
              title: old.title,
              day: old.day,
              from: old.from,
              to: old.to,
              place: old.place ?? '',
              chairId: old.chair.id,
              needsMinutes: old.needsMinutes,
              people: invited.map((one) => one.id),
              withSubunits: true,
            }
          : {
              day: company.today,
              from: '17:00',
              to: '18:00',
              chairId: person?.id ?? null,
              needsMinutes: true,
              withSubunits: true,
            }
      }
      save={save}
      onSaved={() => toast.success(isNew ? t('meetings.planned') : t('saved'))}
      onClose={onClose}
      reload={() => before.refetch()}
    >
      <Form.Item name="title" label={t('meetings.subject')} required>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="day" label={t('meetings.day')} required>
        <DateInput />
      </Form.Item>
      <div className={s.times}>
        <Form.Item name="from" label={t('meetings.from')} required>
          <TimeInput />
        </Form.Item>
        <Form.Item name="to" label={t('meetings.to')} required>
          <TimeInput />
        </Form.Item>
      </div>
      <Form.Item name="place" label={t('meetings.place')}>
        <Input maxLength={200} placeholder={t('meetings.placeHint')} />
      </Form.Item>
      <Form.Item
        name="chairId"
        label={t('meetings.chair')}
        required
        rules={[{ required: true, message: t('chooseWhom') }]}
      >
        <RemotePicker path="/api/colleagues" current={old?.chair ?? null} />
      </Form.Item>
      <AudienceInput withPositions={isNew} known={invited.map((one) => ({ personId: one.id, name: one.name }))} />
      <Form.Item name="needsMinutes" valuePropName="checked">
        <Checkbox>{t('meetings.needsMinutes')}</Checkbox>
      </Form.Item>
    </FormDrawer>
  );
}
