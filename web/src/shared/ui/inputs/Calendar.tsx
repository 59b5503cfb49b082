import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useLanguage } from '@/shared/text/language';
import type { DateInputProps } from './DateInput';

/** Only through DateInput, which loads it when it is needed. */
export default function Calendar({ id, value, onChange, min, max, disabled, label, placeholder }: DateInputProps) {
  dayjs.locale(useLanguage() === 'zh' ? 'zh-cn' : 'en');
  return (
    <DatePicker
      id={id}
      aria-label={label}
      style={{ width: '100%' }}
      value={value ? dayjs(value) : null}
      minDate={min ? dayjs(min) : undefined}
      maxDate={max ? dayjs(max) : undefined}
      disabled={disabled}
      placeholder={placeholder}
      // People type dates without dashes faster than they click.
      format={['YYYY-MM-DD', 'YYYYMMDD', 'MMDD', 'MM-DD']}
      onChange={(day) => onChange?.(day ? day.format('YYYY-MM-DD') : null)}
    />
  );
}
