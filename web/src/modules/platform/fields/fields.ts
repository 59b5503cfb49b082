import type { TFunction } from 'i18next';
import type { Body, Reply } from '@/shared/api/types';

export type Subject = Reply<'/api/field-subjects'>['items'][number];
export type BuiltIn = Subject['builtIn'][number];
export type Field = Reply<'/api/custom-fields'>['items'][number];
export type FieldBody = Body<'/api/custom-fields'>;
export type Rule = NonNullable<Field['required']>;

export const kinds: Field['kind'][] = ['Text', 'LongText', 'Number', 'Money', 'Date', 'YesNo', 'Choice', 'Choices'];

export const isChoice = (kind: Field['kind'] | undefined): boolean => kind === 'Choice' || kind === 'Choices';

/** In the language on screen, where there is a word in it. */
export const said = (language: string, name: string, nameEn?: string | null): string =>
  language === 'en' && nameEn ? nameEn : name;

/** What conditions can ask of: states of the record, and its fields of a few values. */
export interface Asked {
  field: string;
  name: string;
  values: { value: string; label: string }[];
}

type T = TFunction<'platform'>;

export function askable(
  t: T,
  subject: Subject,
  fields: Field[],
  options: (list: string) => Asked['values'],
  language: string,
): Asked[] {
  const states = subject.builtIn
    .filter(({ choices }) => choices.length > 0)
    .map(({ field, name, choices }) => ({
      field,
      name,
      values: choices.map((choice) => ({ value: choice.value, label: choice.name })),
    }));
  const own = fields.flatMap(({ code, name: chinese, nameEn, kind, listId, isRetired }) => {
    const name = said(language, chinese, nameEn);
    if (isRetired) return [];
    const field = `custom.${code}`;
    if (kind === 'YesNo')
      return [
        {
          field,
          name,
          values: [
            { value: 'true', label: t('fields.yes') },
            { value: 'false', label: t('fields.no') },
          ],
        },
      ];
    return isChoice(kind) && listId ? [{ field, name, values: options(listId) }] : [];
  });
  return [...states, ...own];
}

/** A rule in one line: "always", "when state is one of …", from which day on. */
export function ruleText(t: T, rule: Rule | null | undefined, asked: Asked[]): string {
  if (!rule || rule.need === 'Never') return t('fields.needs.Never');
  const when = asked.find(({ field }) => field === rule.when);
  const values = (rule.values ?? []).map((value) => when?.values.find((one) => one.value === value)?.label ?? value);
  const says =
    rule.need === 'Always'
      ? t('fields.needs.Always')
      : t('fields.whenIs', { field: when?.name ?? rule.when, values: values.join(t('audit.comma')) });
  return rule.from ? `${says} · ${t('fields.fromDay', { day: rule.from })}` : says;
}
