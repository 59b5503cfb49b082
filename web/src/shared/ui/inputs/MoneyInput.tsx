import { fullAmount } from '@/shared/format/amount';
import { isDecimal } from '@/shared/format/decimal';
import { parseMoney } from '@/shared/format/moneyInput';
import { DecimalInput, type DecimalInputProps } from './DecimalInput';

const show = (value: string): string => (isDecimal(value) ? fullAmount(value) : value);

/** "12345.00" in, "12345.00" out. Takes 1,234 · ￥12.5万 · (300) · full-width digits. */
export function MoneyInput({ unit, ...props }: DecimalInputProps & { unit?: string }) {
  return <DecimalInput {...props} kind={{ parse: parseMoney, show, suffix: unit }} />;
}
