import { Button } from 'antd';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import s from '../names.module.css';
import { inputMode, isBlank, type NameField, nameFields } from '../words';
import { LineNote } from './LineNote';
import { LineState } from './LineState';
import type { Line, Lines } from './useLines';

/** One name under the other; saving one puts the cursor into the name of the next, so that the keyboard stays. */
export function EntryPhone({ sheet, required }: { sheet: Lines; required: readonly string[] }) {
  const { t } = useTranslation('customers');
  const [editing, setEditing] = useState<number | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const last = sheet.lines[sheet.lines.length - 1] as Line;
  // The one that is being typed: the first that was never sent, else the empty one at the end.
  const line =
    sheet.lines.find(({ key }) => key === editing) ??
    sheet.lines.find(({ state, values }) => state === 'open' && !isBlank(values)) ??
    last;
  const others = sheet.lines.filter((one) => one !== line && !isBlank(one.values)).reverse();
  const field = (name: NameField) => form.current?.elements.namedItem(name) as HTMLInputElement | null;

  const onSave = () => {
    setEditing(null);
    void sheet.save(line.key);
    field('name')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent, name: NameField) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const next = nameFields[nameFields.indexOf(name) + 1];
    if (next) field(next)?.focus();
    else onSave();
  };

  return (
    <>
      <form
        ref={form}
        className={s.phone}
        aria-label={t('names.enter')}
        onSubmit={(event) => {
          event.preventDefault();
          onSave();
        }}
      >
        {nameFields.map((name) => (
          <label key={name}>
            <span>
              {t(`names.fields.${name}`)}
              {required.includes(name) && <i aria-hidden>*</i>}
            </span>
            <input
              name={name}
              inputMode={inputMode(name)}
              enterKeyHint={name === 'remark' ? 'done' : 'next'}
              autoComplete="off"
              aria-invalid={name in line.faults}
              value={line.values[name] ?? ''}
              onChange={(event) => sheet.set(line.key, name, event.target.value)}
              onBlur={() => name === 'name' && void sheet.check(line.key).catch(() => undefined)}
              onKeyDown={(event) => onKeyDown(event, name)}
            />
          </label>
        ))}
        <LineNote line={line} id="notes" />
        <div className={s.foot}>
          <Button type="primary" htmlType="submit" block disabled={isBlank(line.values)}>
            {t('names.saveNext')}
          </Button>
        </div>
      </form>
      {others.length > 0 && (
        <ul className={s.entered} aria-label={t('names.entered')}>
          {others.map((one) => (
            <li key={one.key}>
              <button
                type="button"
                onClick={() => {
                  setEditing(one.key);
                  field('name')?.focus();
                }}
              >
                {one.values.name || t('names.noName')}
              </button>
              <LineState line={one} required={required} />
              <LineNote line={one} id={`notes-${one.key}`} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
