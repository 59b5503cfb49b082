import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { reasonText } from '../../Duplicates';
import s from '../names.module.css';
import type { NameField } from '../words';
import type { Line } from './useLines';

type T = TFunction<'customers'>;

/** What is to be said of a line, the weightiest first; `bad` keeps it from being saved. */
export function notesOf(line: Line, t: T): { text: string; bad: boolean }[] {
  const { told, problem, faults } = line;
  const isSaved = line.state === 'saved';
  return [
    ...(problem ? [{ text: problem, bad: true }] : []),
    ...Object.entries(faults).map(([field, text]) => ({
      text: `${t(`names.fields.${field as NameField}`)}: ${text}`,
      bad: true,
    })),
    ...(isSaved ? [] : (told?.customers ?? [])).map((row) => ({
      text: t(row.rule === 'Block' ? 'names.told.customer' : 'names.told.alike', {
        name: row.name,
        whose: row.ownerName ?? row.unitName ?? t('duplicates.unowned'),
        why: reasonText(row.reasons, t),
      }),
      bad: row.rule === 'Block',
    })),
    ...(isSaved ? [] : (told?.listed ?? [])).map((row) => ({
      text: t(row.isSame ? 'names.told.here' : 'names.told.elsewhere', {
        campaign: row.campaignName,
        owner: row.ownerName,
        day: row.day,
      }),
      bad: row.isSame,
    })),
    ...(told?.sameAs != null && !isSaved ? [{ text: t('names.told.twice'), bad: true }] : []),
  ];
}

/** The notes of a line, spoken when they come. */
export function LineNote({ line, id }: { line: Line; id: string }) {
  const { t } = useTranslation('customers');
  const notes = notesOf(line, t);
  return (
    <ul id={id} className={s.notes} aria-live="polite">
      {notes.map(({ text, bad }) => (
        <li key={text} data-bad={bad}>
          {text}
        </li>
      ))}
    </ul>
  );
}
