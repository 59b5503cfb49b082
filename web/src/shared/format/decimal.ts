// Decimal numbers arrive as strings ("12345.00", "0.13") and stay strings. Digits are moved and rounded as integers;
// a JavaScript number would lose cents above 2^53 and print 0.1 + 0.2.

const pattern = /^([+-]?)(\d+)(?:\.(\d*))?$/;

export const isDecimal = (text: string): boolean => pattern.test(text);

/**
 * `text` × 10^`places`, rounded half away from zero to exactly `digits` decimals. Returns the text itself when it is not
 * a decimal, so that a surprise from the server is seen and not turned into zero.
 */
export function moved(text: string, places: number, digits: number): string {
  const match = pattern.exec(text);
  if (!match) return text;
  const fraction = match[3] ?? '';
  const all = BigInt(`${match[2]}${fraction}`);
  const surplus = fraction.length - places - digits;
  const divisor = 10n ** BigInt(Math.abs(surplus));
  const units = surplus > 0 ? (all + divisor / 2n) / divisor : all * divisor;
  const padded = units.toString().padStart(digits + 1, '0');
  const whole = padded.slice(0, padded.length - digits);
  const sign = match[1] === '-' && units !== 0n ? '-' : '';
  return digits === 0 ? sign + whole : `${sign}${whole}.${padded.slice(-digits)}`;
}

/** "1234567.80" ▸ "1,234,567.80" */
export function grouped(text: string): string {
  const [whole = '', fraction] = text.split('.');
  const withCommas = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? withCommas : `${withCommas}.${fraction}`;
}

/** What people type as a number ("1,200", "１.５") as a decimal; null when it is none. */
export function parseNumber(typed: string): string | null {
  const text = typed.normalize('NFKC').replaceAll(/[\s,]/g, '').replace(/^\./, '0.');
  return isDecimal(text) ? text : null;
}

/** "12.50" ▸ "12.5", "12.00" ▸ "12" */
export const withoutTrailingZeros = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);

/** -1, 0 or 1 */
export function signOf(text: string): -1 | 0 | 1 {
  if (!/[1-9]/.test(text)) return 0;
  return text.startsWith('-') ? -1 : 1;
}

/** For lengths of bars and points of charts only; never for an amount that is shown or sent. */
export const approximate = (text: string): number => Number(text);
