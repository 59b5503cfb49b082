import s from './Tick.module.css';

interface TickProps {
  label: string;
  checked: boolean;
  onChange: () => void;
  /** In a table, whose rows are one stop of the keyboard. */
  inRow?: boolean;
}

/** The box that selects a row, in a table or on a card. */
export const Tick = ({ label, checked, onChange, inRow }: TickProps) => (
  <input
    type="checkbox"
    className={s.tick}
    tabIndex={inRow ? -1 : undefined}
    aria-label={label}
    checked={checked}
    onChange={onChange}
  />
);

/** The same on a card: large enough for a finger. */
export const TickTarget = (props: TickProps) => (
  // biome-ignore lint/a11y/noLabelWithoutControl: the box inside it is the control, and has its own name.
  <label className={s.target}>
    <Tick {...props} />
  </label>
);
