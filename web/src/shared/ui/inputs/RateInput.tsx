import { isDecimal, moved, withoutTrailingZeros } from '@/shared/format/decimal';
import { parsePercent } from '@/shared/format/moneyInput';
import { DecimalInput, type DecimalInputProps } from './DecimalInput';

const show = (value: string): string => (isDecimal(value) ? withoutTrailingZeros(moved(value, 2, 4)) : value);

/** "0.13" in, "0.13" out, 13 % on screen. */
export function RateInput(props: DecimalInputProps) {
  return <DecimalInput {...props} kind={{ parse: parsePercent, show, suffix: '%' }} />;
}
