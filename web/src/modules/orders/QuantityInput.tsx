import { isDecimal } from '@/shared/format/decimal';
import { DecimalInput, type DecimalInputProps } from '@/shared/ui/inputs/DecimalInput';

/** "1,200", "１.５" ▸ "1200", "1.5": as many decimals as were typed; the server says how many it takes. */
export function plainDecimal(typed: string): string | null {
  const text = typed.normalize('NFKC').replaceAll(/[\s,]/g, '').replace(/^\./, '0.');
  return isDecimal(text) ? text : null;
}

/** A quantity or the price of one unit. */
export function QuantityInput(props: DecimalInputProps) {
  return <DecimalInput {...props} kind={{ parse: plainDecimal, show: (value) => value }} />;
}
