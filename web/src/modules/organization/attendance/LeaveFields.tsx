import { Form, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { useLanguage } from '@/shared/text/language';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { DateInput } from '@/shared/ui/inputs/DateInput';
import s from './attendance.module.css';

/** The kinds of leave that may be chosen, as options. */
export function useLeaveKinds() {
  const language = useLanguage();
  const { data } = server.useQuery('get', '/api/leave-kinds');
  return (data?.items ?? [])
    .filter((kind) => !kind.isClosed)
    .map((kind) => ({ value: kind.id, label: language === 'en' ? kind.nameEn : kind.name }));
}

/** What kind of leave, and from when to when; inside a form. */
export function LeaveFields() {
  const { t } = useTranslation('organization');
  const kinds = useLeaveKinds();
  return (
    <>
      <Form.Item name="kindId" label={t('attendance.kind')} rules={[{ required: true }]}>
        <ChoiceInput options={kinds} clearable={false} />
      </Form.Item>
      <div className={s.pair}>
        <Form.Item name="first" label={t('attendance.firstDay')} rules={[{ required: true }]}>
          <DateInput />
        </Form.Item>
        <Form.Item name="startsAtNoon" label={t('attendance.fromNoon')} valuePropName="checked">
          <Switch />
        </Form.Item>
        <Form.Item name="last" label={t('attendance.lastDay')} rules={[{ required: true }]}>
          <DateInput />
        </Form.Item>
        <Form.Item name="endsAtNoon" label={t('attendance.untilNoon')} valuePropName="checked">
          <Switch />
        </Form.Item>
      </div>
    </>
  );
}
