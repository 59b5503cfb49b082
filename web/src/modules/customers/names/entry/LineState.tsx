import { useTranslation } from 'react-i18next';
import { StatusTag } from '@/shared/ui/StatusTag';
import { filledOf, isBlank, type NameField } from '../words';
import type { Line } from './useLines';

/** Saved or not, and what is missing yet to make it whole. */
export function LineState({ line, required }: { line: Line; required: readonly string[] }) {
  const { t } = useTranslation('customers');
  if (isBlank(line.values)) return null;
  const filled = filledOf(line.values);
  const missing = required.filter((field) => !filled[field as NameField]);
  const words = missing.map((field) => t(`names.fields.${field as NameField}`)).join('、');
  const lacks = missing.length > 0 && t('names.lacks', { count: missing.length });
  const [tone, text] =
    line.state === 'saving'
      ? (['progress', t('names.line.saving')] as const)
      : line.state === 'refused'
        ? (['bad', t('names.line.refused')] as const)
        : line.state === 'saved'
          ? ([lacks ? 'warning' : 'good', t('names.line.saved')] as const)
          : (['neutral', t(line.pasted ? 'names.line.pasted' : 'names.line.open')] as const);
  return (
    <span title={words ? `${t('names.missing')}: ${words}` : undefined}>
      <StatusTag tone={tone}>
        {text}
        {lacks && ` · ${lacks}`}
      </StatusTag>
    </span>
  );
}
