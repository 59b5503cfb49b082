import { useSession } from '@/shared/api/session';
import { fullAmount, percentText, shortAmount } from '@/shared/format/amount';
import { dayText, instantText } from '@/shared/format/day';
import { signOf } from '@/shared/format/decimal';
import { useLanguage } from '@/shared/text/language';
import s from './Texts.module.css';

// Figures as text. Values are the server's strings; null shows a dash.

type Maybe = string | null | undefined;

/** "1,234,567.80", or short "123.5 万" with the full amount as its tooltip. */
export function Amount({ value, short }: { value: Maybe; short?: boolean }) {
  const language = useLanguage();
  if (value == null) return <Dash />;
  if (!short) return <span className="number">{fullAmount(value)}</span>;
  const { text, unit } = shortAmount(value, language);
  return (
    <span className="number" title={fullAmount(value)}>
      {text}
      {unit && ` ${unit}`}
    </span>
  );
}

/** A rate per cent: "0.135" ▸ 13.5%. */
export function Percent({ value, digits = 1 }: { value: Maybe; digits?: number }) {
  if (value == null) return <Dash />;
  return <span className="number">{percentText(value, digits)}</span>;
}

/** A change as a rate: an arrow, and the colour that means more or less to this reader. */
export function Delta({ value, digits = 1 }: { value: Maybe; digits?: number }) {
  if (value == null) return <Dash />;
  const sign = signOf(value);
  const arrow = sign > 0 ? '↑' : sign < 0 ? '↓' : '';
  return (
    <span className={`number ${sign > 0 ? s.up : sign < 0 ? s.down : ''}`}>
      {arrow} {percentText(value.replace('-', ''), digits)}
    </span>
  );
}

/** A business day, without the year when it is this one. */
export function Day({ value }: { value: Maybe }) {
  const { company } = useSession();
  if (!value) return <Dash />;
  return (
    <time className="number" dateTime={value} title={value}>
      {dayText(value, company.today)}
    </time>
  );
}

/** An instant in the company's time zone. */
export function Instant({ value }: { value: Maybe }) {
  const { company } = useSession();
  if (!value) return <Dash />;
  return (
    <time className="number" dateTime={value}>
      {instantText(value, company.timeZone)}
    </time>
  );
}

export const Dash = () => <span className={s.dash}>–</span>;
