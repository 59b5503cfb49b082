import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { getAt } from '@/shared/api/client';
import { useDebounced } from '@/shared/ui/useDebounced';

interface CodesPickerProps {
  id?: string;
  /** Answers `{ items: [{ id, name }] }` to `?q=`. */
  path: string;
  value?: string[];
  onChange?: (value: string[]) => void;
  /** Names of what is chosen already. */
  names?: Record<string, string>;
  /** Words that are on no list are taken as they are typed. */
  free?: boolean;
  label: string;
}

/** Several of a long list that is searched on the server. */
export function CodesPicker({ id, path, value, onChange, names = {}, free, label }: CodesPickerProps) {
  const [typed, setTyped] = useState('');
  const [seen, setSeen] = useState<Record<string, string>>(names);
  const q = useDebounced(typed.trim(), 200);
  const { data } = useQuery({
    queryKey: ['get', path, { codes: true, q }],
    queryFn: async ({ signal }): Promise<{ id: string; name: string }[]> =>
      (await (await getAt(`${path}${path.includes('?') ? '&' : '?'}q=${encodeURIComponent(q)}`, signal)).json()).items,
    placeholderData: keepPreviousData,
  });
  const found = (data ?? []).filter((row) => !q || row.name.includes(q) || row.id === q || !free);
  const options = [
    ...(value ?? [])
      .filter((one) => !found.some((row) => row.id === one))
      .map((one) => ({ value: one, label: seen[one] ?? names[one] ?? one })),
    ...found.map((row) => ({ value: row.id, label: row.name })),
  ];
  return (
    <Select<string[]>
      id={id}
      mode={free ? 'tags' : 'multiple'}
      aria-label={label}
      value={value ?? []}
      options={options}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      onChange={(next) => {
        setSeen((was) => ({ ...was, ...Object.fromEntries(found.map((row) => [row.id, row.name])) }));
        onChange?.(next);
      }}
    />
  );
}
