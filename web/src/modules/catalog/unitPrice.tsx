import { grouped, moved, withoutTrailingZeros } from '@/shared/format/decimal';
import { parseMoney } from '@/shared/format/moneyInput';
import { DecimalInput, type DecimalInputProps } from '@/shared/ui/inputs/DecimalInput';

const places = 4;

/** "1980.0000" ▸ "1,980.00", "0.1234" ▸ "0.1234": the cents always, the finer digits where they are. */
export function unitPriceText(value: string): string {
  const exact = withoutTrailingZeros(moved(value, 0, places));
  return grouped((exact.split('.')[1] ?? '').length > 2 ? exact : moved(exact, 0, 2));
}

/** Like an amount, with up to four decimals; more are not understood rather than rounded. */
export function parseUnitPrice(typed: string): string | null {
  const plain = typed.replace(/[\s,]/g, '');
  const match = /^\d+(?:\.(\d*))?$/.exec(plain);
  if (!match) return parseMoney(typed);
  return withoutTrailingZeros(match[1] ?? '').length > places ? null : plain.replace(/\.$/, '');
}

export function UnitPriceInput({ unit, ...props }: DecimalInputProps & { unit?: string }) {
  return <DecimalInput {...props} kind={{ parse: parseUnitPrice, show: unitPriceText, suffix: unit }} />;
}
