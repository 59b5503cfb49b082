import { Form, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Reply } from '@/shared/api/types';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { DateInput } from '@/shared/ui/inputs/DateInput';

export type Rhythm = Reply<'/api/task-series/{id}'>['rhythm'];

export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

export const newRhythm = (today: string): Rhythm => ({
  kind: 'Weekly',
  every: 1,
  weekdays: ['Monday'],
  dayOfMonth: 1,
  offDay: 'After',
  first: today,
  last: null,
});

/** When something comes round: fields of the form around it, under `rhythm`. */
export function RhythmInput() {
  const { t } = useTranslation('collaboration');
  const kind = Form.useWatch<Rhythm['kind'] | undefined>(['rhythm', 'kind']);
  return (
    <>
      <Form.Item name={['rhythm', 'kind']} label={t('rhythm.title')} required>
        <ChoiceInput
          clearable={false}
          options={(['Daily', 'Weekly', 'Monthly'] as const).map((one) => ({
            value: one,
            label: t(`rhythm.kind.${one}`),
          }))}
        />
      </Form.Item>
      <Form.Item name={['rhythm', 'every']} label={t('rhythm.every')} extra={t('rhythm.everyHint')}>
        <InputNumber min={1} max={52} precision={0} style={{ width: 120 }} />
      </Form.Item>
      {kind === 'Weekly' && (
        <Form.Item name={['rhythm', 'weekdays']} label={t('rhythm.weekdays')} required>
          <Select mode="multiple" options={weekdays.map((day) => ({ value: day, label: t(`rhythm.day.${day}`) }))} />
        </Form.Item>
      )}
      {kind === 'Monthly' && (
        <Form.Item name={['rhythm', 'dayOfMonth']} label={t('rhythm.dayOfMonth')} extra={t('rhythm.dayHint')} required>
          <InputNumber min={1} max={31} precision={0} style={{ width: 120 }} />
        </Form.Item>
      )}
      <Form.Item name={['rhythm', 'offDay']} label={t('rhythm.offDay')}>
        <ChoiceInput
          clearable={false}
          options={(['After', 'Before', 'Skip', 'Keep'] as const).map((one) => ({
            value: one,
            label: t(`rhythm.off.${one}`),
          }))}
        />
      </Form.Item>
      <Form.Item name={['rhythm', 'first']} label={t('rhythm.first')} required>
        <DateInput />
      </Form.Item>
      <Form.Item name={['rhythm', 'last']} label={t('rhythm.last')}>
        <DateInput />
      </Form.Item>
    </>
  );
}

/** "Every 2 weeks on Monday, Friday". */
export function useRhythmText(): (rhythm: Rhythm) => string {
  const { t } = useTranslation('collaboration');
  return (rhythm) => {
    const when =
      (rhythm.every ?? 1) > 1
        ? t(`rhythm.each.${rhythm.kind}`, { every: rhythm.every })
        : t(`rhythm.kind.${rhythm.kind}`);
    const days = weekdays.filter((day) => rhythm.weekdays?.includes(day)).map((day) => t(`rhythm.day.${day}`));
    const on =
      rhythm.kind === 'Weekly'
        ? days.join(t('separator'))
        : rhythm.kind === 'Monthly'
          ? t('rhythm.onDay', { day: rhythm.dayOfMonth })
          : '';
    return [when, on, t(`rhythm.off.${rhythm.offDay ?? 'After'}`)].filter(Boolean).join(' · ');
  };
}
