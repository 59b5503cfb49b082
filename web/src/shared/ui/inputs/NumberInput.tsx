import { parseNumber } from '@/shared/format/decimal';
import { DecimalInput, type DecimalInputProps } from './DecimalInput';

/** A number that is no amount, with as many decimals as were typed; the server says how many it takes. */
export function NumberInput(props: DecimalInputProps) {
  return <DecimalInput {...props} kind={{ parse: parseNumber, show: (value) => value }} />;
}
