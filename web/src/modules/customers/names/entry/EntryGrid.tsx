import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ClipboardEvent, type FocusEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/shared/ui/IconButton';
import { reportProblem } from '@/shared/ui/toast';
import s from '../names.module.css';
import { isBlank, type NameField, nameFields } from '../words';
import { LineNote } from './LineNote';
import { LineState } from './LineState';
import type { Line, Lines } from './useLines';

const cellId = (line: Line, field: NameField) => `name-${line.key}-${field}`;
const focusCell = (line: Line | undefined, field: NameField) =>
  line && document.getElementById(cellId(line, field))?.focus();

/**
 * A sheet for the keyboard: Tab to the next cell, Enter to the next line, arrows up and down, Ctrl+Enter saves all. A line is saved as soon as it
 * is left. A block from a spreadsheet is pasted anywhere.
 */
export function EntryGrid({ sheet, required }: { sheet: Lines; required: readonly string[] }) {
  const { t } = useTranslation(['customers', 'shared']);
  const { lines, block } = sheet;
  const ready = useRef<HTMLButtonElement>(null);
  const first = lines[0];
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useEffect(() => {
    focusCell(first, 'name');
  }, []);
  // What was pasted is looked at, and saved with Enter; then it goes on below.
  const last = useRef<Line>(undefined);
  last.current = lines[lines.length - 1];
  const hadBlock = useRef(false);
  useEffect(() => {
    if (block) ready.current?.focus();
    else if (hadBlock.current) focusCell(last.current, 'name');
    hadBlock.current = !!block;
  }, [block]);

  const onKeyDown = (event: KeyboardEvent, line: Line, field: NameField) => {
    const place = lines.indexOf(line);
    const go = (target: Line | undefined, to: NameField) => {
      event.preventDefault();
      focusCell(target, to);
    };
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void sheet.saveAll();
    } else if (event.key === 'Enter') {
      // The last line is empty; leaving one that is filled is what saves it.
      go(lines[place + 1], 'name');
    } else if (event.key === 'ArrowDown') go(lines[place + 1], field);
    else if (event.key === 'ArrowUp') go(lines[place - 1], field);
  };
  const onPaste = (event: ClipboardEvent, line: Line, field: NameField) => {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\t\n]/.test(text.trimEnd())) return;
    event.preventDefault();
    sheet.paste(line.key, field, text).catch(reportProblem);
  };
  const onLeave = (event: FocusEvent<HTMLTableSectionElement>, line: Line) => {
    if (!event.currentTarget.contains(event.relatedTarget) && !line.pasted) void sheet.save(line.key);
  };

  return (
    <>
      {block && (
        <div className={s.block} role="status">
          <span>
            {t('names.block.read', { count: block.lines })}{' '}
            {t(block.hasHeadings ? 'names.block.headings' : 'names.block.noHeadings')}
            {block.unknown.length > 0 && ` ${t('names.block.unknown', { columns: block.unknown.join('、') })}`}
            {block.left > 0 && ` ${t('names.block.left', { count: block.left })}`}
          </span>
          <Button ref={ready} type="primary" disabled={sheet.ready === 0} onClick={() => void sheet.saveAll()}>
            {t('names.block.save', { count: sheet.ready })}
          </Button>
          <Button onClick={sheet.giveUp}>{t('names.block.giveUp')}</Button>
        </div>
      )}
      <div className={s.sheet}>
        <table aria-label={t('names.sheet')}>
          <thead>
            <tr>
              <th scope="col" className={s.count}>
                {t('names.row')}
              </th>
              {nameFields.map((field) => (
                <th key={field} scope="col" data-field={field}>
                  {t(`names.fields.${field}`)}
                  {required.includes(field) && <i aria-hidden>*</i>}
                </th>
              ))}
              <th scope="col">{t('state')}</th>
            </tr>
          </thead>
          {lines.map((line, row) => (
            <tbody key={line.key} data-state={line.state} onBlur={(event) => onLeave(event, line)}>
              <tr>
                <th scope="row" className={s.count}>
                  {row + 1}
                </th>
                {nameFields.map((field) => (
                  <td key={field} data-field={field} data-bad={field in line.faults}>
                    <input
                      id={cellId(line, field)}
                      aria-label={t('names.cell', { field: t(`names.fields.${field}`), row: row + 1 })}
                      aria-invalid={field in line.faults}
                      aria-describedby={`notes-${line.key}`}
                      autoComplete="off"
                      value={line.values[field] ?? ''}
                      title={line.faults[field]}
                      onChange={(event) => sheet.set(line.key, field, event.target.value)}
                      onBlur={() => field === 'name' && void sheet.check(line.key).catch(() => undefined)}
                      onKeyDown={(event) => onKeyDown(event, line, field)}
                      onPaste={(event) => onPaste(event, line, field)}
                    />
                  </td>
                ))}
                <td className={s.state}>
                  <LineState line={line} required={required} />
                  {!isBlank(line.values) && !line.saved && (
                    <IconButton
                      label={t('names.removeLine', { row: row + 1 })}
                      icon={<CloseOutlined />}
                      tabIndex={-1}
                      onClick={() => sheet.remove(line.key)}
                    />
                  )}
                </td>
              </tr>
              <tr className={s.note}>
                <td colSpan={nameFields.length + 2}>
                  <LineNote line={line} id={`notes-${line.key}`} />
                </td>
              </tr>
            </tbody>
          ))}
        </table>
      </div>
      <p className={s.keys}>
        <kbd>Tab</kbd> {t('names.keys.tab')} <kbd>Enter</kbd> {t('names.keys.enter')} <kbd>↑ ↓</kbd>{' '}
        {t('names.keys.arrows')} <kbd>Ctrl V</kbd> {t('names.keys.paste')} <kbd>Ctrl Enter</kbd> {t('names.keys.all')}
      </p>
    </>
  );
}
