import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getAt } from '@/shared/api/client';
import type { ListPathOf } from '@/shared/api/types';
import { useDebounced } from '@/shared/ui/useDebounced';
import s from './inputs.module.css';

/** What a list's row must have to be picked. */
export interface Pickable {
  id: string;
  name: string;
  number?: string | null;
}

export type PickablePath = ListPathOf<Pickable>;

interface RemotePickerProps {
  id?: string;
  /** The list that is searched, with fixed filters if wanted: `query={{ state: 'active' }}`. */
  path: PickablePath;
  query?: Record<string, string>;
  value?: string | null;
  onChange?: (value: string | null, row: Pickable | null) => void;
  /** The row of the value, so that its name shows before anything is searched. */
  current?: Pickable | null;
  placeholder?: string;
  disabled?: boolean;
  label?: string;
}

const shownAtOnce = 20;

/** A record of another list, found on the server by name or number. */
export function RemotePicker(props: RemotePickerProps) {
  const { id, path, query, value, onChange, current, placeholder, disabled, label } = props;
  const { t } = useTranslation('shared');
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [picked, setPicked] = useState<Pickable | null>(null);
  const q = useDebounced(typed.trim(), 200);
  const found = useQuery({
    queryKey: ['get', path, { picker: query, q }],
    queryFn: async ({ signal }): Promise<Pickable[]> => {
      const search = new URLSearchParams({ page: '1', size: String(shownAtOnce), ...query, ...(q ? { q } : {}) });
      return (await (await getAt(`${path}?${search}`, signal)).json()).items;
    },
    enabled: isOpen,
    placeholderData: keepPreviousData,
  });

  const rows = found.data ?? [];
  const atHand = [picked, current, ...rows].find((row) => row?.id === value);
  // A link may bring nothing but the id: its record tells the name.
  const named = useQuery({
    queryKey: ['get', `${path}/{id}`, { params: { path: { id: value } } }],
    queryFn: async ({ signal }): Promise<Pickable> => (await getAt(`${path}/${value}`, signal)).json(),
    enabled: !!value && !atHand,
  });
  const chosen = atHand ?? (named.data?.id === value ? named.data : undefined);
  const listed = chosen && !rows.some((row) => row.id === chosen.id) ? [chosen, ...rows] : rows;
  return (
    <Select
      id={id}
      aria-label={label}
      style={{ width: '100%' }}
      value={value ?? undefined}
      placeholder={placeholder ?? t('input.pick')}
      disabled={disabled}
      allowClear
      loading={found.isFetching}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      onOpenChange={setOpen}
      notFoundContent={found.isFetching ? t('loading') : t('input.nothingFound')}
      options={listed.map((row) => ({ value: row.id, label: row.name, row }))}
      optionRender={({ data }) => (
        <span className={s.option}>
          <span>{data.row.name}</span>
          <span className="number">{data.row.number}</span>
        </span>
      )}
      onChange={(next: string | undefined) => {
        const row = listed.find((r) => r.id === next) ?? null;
        setPicked(row);
        setTyped('');
        onChange?.(next ?? null, row);
      }}
    />
  );
}
