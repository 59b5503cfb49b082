import { useTranslation } from 'react-i18next';
import { ChoiceInput } from '../inputs/ChoiceInput';
import type { Column } from './columns';
import type { ListState } from './listState';

type Sortable = Pick<Column<unknown>, 'key' | 'title' | 'sortable'>;

export const canSort = (columns: Sortable[]): boolean => columns.some(({ sortable }) => sortable);

/** The order of a list that has no heads to click on: one of cards. */
export function SortChoice({ columns, state, set }: { columns: Sortable[]; state: ListState; set: Set }) {
  const { t } = useTranslation('shared');
  const options = columns
    .filter(({ sortable }) => sortable)
    .flatMap(({ key, title }) => [
      { value: key as string, label: `${title} ↑` },
      { value: `-${key}`, label: `${title} ↓` },
    ]);
  return (
    <ChoiceInput
      label={t('list.sort')}
      placeholder={t('list.sort')}
      value={options.some(({ value }) => value === state.sort) ? state.sort : null}
      onChange={(sort) => set({ sort: sort ?? '' }, true)}
      options={options}
    />
  );
}

type Set = (change: Partial<ListState>, replace?: boolean) => void;
