import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { grouped } from '@/shared/format/decimal';
import { Amount, Dash, Day } from '../figures/Texts';
import type { Column } from '../list/columns';
import type { Filter } from '../list/filters';
import s from './custom.module.css';
import { type CustomField, type CustomValues, type Subject, useCustomForm } from './forms';

/** A value as it reads. */
export function CustomValue({ field, value }: { field: CustomField; value: unknown }) {
  const { t } = useTranslation('shared');
  if (value === null || value === undefined || value === '') return <Dash />;
  switch (field.kind) {
    case 'Money':
      return <Amount value={String(value)} />;
    case 'Number':
      return <span className="number">{grouped(String(value))}</span>;
    case 'Date':
      return <Day value={String(value)} />;
    case 'YesNo':
      return value === true ? t('custom.yes') : t('custom.no');
    case 'LongText':
      return <span className={s.lines}>{String(value)}</span>;
    case 'Choice':
    case 'Choices':
      return [value]
        .flat()
        .map((code) => field.options.find((option) => option.code === code)?.name ?? String(code))
        .join(t('custom.comma'));
    default:
      return String(value);
  }
}

type Row = { custom?: CustomValues };

const kinds: Partial<Record<CustomField['kind'], Column<Row>['kind']>> = {
  Money: 'money',
  Number: 'number',
  Date: 'day',
};

/** Columns and filters of a list, after those of its own. */
export function useCustomList(subject: Subject): { columns: Column<Row>[]; filters: Filter[] } {
  const { t } = useTranslation('shared');
  const fields = useCustomForm(subject)?.fields ?? [];
  return {
    columns: fields.map((field) => ({
      key: `custom.${field.code}`,
      title: field.name,
      kind: kinds[field.kind],
      width: kinds[field.kind] ? undefined : 132,
      sortable: field.kind !== 'LongText',
      optional: !field.isInList,
      card: 'none',
      render: (row) => <CustomValue field={field} value={row.custom?.[field.code]} />,
    })),
    filters: fields
      .filter(({ isFilter }) => isFilter)
      .flatMap((field) => filterOf(field, t('custom.yes'), t('custom.no'))),
  };
}

function filterOf(field: CustomField, yes: string, no: string): Filter[] {
  const named = { name: `custom.${field.code}`, label: field.name };
  switch (field.kind) {
    case 'Text':
      return [{ kind: 'text', ...named }];
    case 'Number':
    case 'Money':
      return [{ kind: 'range', ...named }];
    case 'Date':
      return [{ kind: 'days', ...named }];
    case 'YesNo':
      return [
        {
          kind: 'choice',
          ...named,
          options: [
            { value: 'true', label: yes },
            { value: 'false', label: no },
          ],
        },
      ];
    case 'Choice':
    case 'Choices':
      return [
        { kind: 'many', ...named, options: field.options.map(({ code, name }) => ({ value: code, label: name })) },
      ];
    default:
      return [];
  }
}

/** For the facts of a drawer, after those of its own. */
export function useCustomFacts(
  subject: Subject,
  custom: CustomValues,
): { label: string; value: ReactNode; wide?: boolean }[] {
  const fields = useCustomForm(subject)?.fields ?? [];
  return fields.map((field) => ({
    label: field.name,
    value: <CustomValue field={field} value={custom?.[field.code]} />,
    wide: field.kind === 'LongText',
  }));
}
