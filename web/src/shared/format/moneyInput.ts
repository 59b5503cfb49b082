import { moved, withoutTrailingZeros } from './decimal';

// What people type or paste into a money or percent field, turned into what the server takes. Null: not understood.

const units: Record<string, number> = { 千: 3, 万: 4, 萬: 4, 亿: 8, 億: 8, k: 3, m: 6, b: 9 };

/** Full-width digits and signs as an input method types them, to their ASCII forms. */
const halfWidth = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0\s]/g, '')
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/。/g, '.');

/**
 * "1,234" ▸ "1234.00", "￥12.5万" ▸ "125000.00", "(300)" ▸ "-300.00". More than two decimals are refused, not rounded:
 * a cent lost in silence is a wrong document.
 */
export function parseMoney(typed: string): string | null {
  let text = halfWidth(typed).toLowerCase();
  let negative = false;
  const bracketed = /^\((.+)\)$/.exec(text);
  if (bracketed?.[1]) {
    negative = true;
    text = bracketed[1];
  }
  text = text.replace(/^(-?)(?:cny|rmb|[¥￥$€])/, '$1').replace(/元整?$/, '');
  const match = /^(-?)(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d+))?([千万萬亿億kmb])?$/.exec(text);
  if (!match || (match[2] === undefined && match[3] === undefined)) return null;
  if (match[1]) negative = !negative;
  const plain = `${(match[2] ?? '0').replaceAll(',', '')}.${match[3] ?? '0'}`;
  const places = match[4] ? (units[match[4]] ?? 0) : 0;
  const exact = withoutTrailingZeros(moved(plain, places, 12));
  if ((exact.split('.')[1] ?? '').length > 2) return null;
  const value = moved(exact, 0, 2);
  return negative && /[1-9]/.test(value) ? `-${value}` : value;
}

/** What is typed is always per cent: "13" and "13%" ▸ "0.13". Up to four decimals of a per cent (parts per million). */
export function parsePercent(typed: string): string | null {
  const text = halfWidth(typed).replace(/%$/, '').replaceAll(',', '');
  const match = /^-?(?:\d+\.?\d*|\.\d+)$/.exec(text);
  if (!match) return null;
  const plain = text.replace(/^(-?)\./, '$10.');
  if ((withoutTrailingZeros(plain).split('.')[1] ?? '').length > 4) return null;
  return withoutTrailingZeros(moved(plain, -2, 6));
}
