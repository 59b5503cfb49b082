import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getAt } from '@/shared/api/client';
import { useDebounced } from '@/shared/ui/useDebounced';

interface Colleague {
  id: string;
  name: string;
  unitName?: string | null;
}

interface PeoplePickerProps {
  id?: string;
  value?: string[] | null;
  onChange?: (value: string[]) => void;
  /** Names of people that are already chosen. */
  known?: { id: string; name: string }[];
  label?: string;
  placeholder?: string;
}

// What was picked once keeps its name, also after another search.
const seen = new Map<string, Colleague>();

/** Several colleagues, found on the server by name or number. */
export function PeoplePicker({ id, value, onChange, known = [], label, placeholder }: PeoplePickerProps) {
  const { t } = useTranslation('shared');
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const q = useDebounced(typed.trim(), 200);
  const found = useQuery({
    queryKey: ['get', '/api/colleagues', { q }],
    queryFn: async ({ signal }): Promise<Colleague[]> => {
      const search = new URLSearchParams({ size: '20', ...(q ? { q } : {}) });
      const { items } = await (await getAt(`/api/colleagues?${search}`, signal)).json();
      for (const row of items as Colleague[]) seen.set(row.id, row);
      return items;
    },
    enabled: isOpen,
    placeholderData: keepPreviousData,
  });
  const rows = found.data ?? [];
  const chosen = (value ?? []).map(
    (one): Colleague => known.find((k) => k.id === one) ?? seen.get(one) ?? { id: one, name: '…' },
  );
  const listed = [...chosen.filter((one) => !rows.some((row) => row.id === one.id)), ...rows];
  return (
    <Select
      id={id}
      mode="multiple"
      aria-label={label}
      style={{ width: '100%' }}
      value={value ?? []}
      placeholder={placeholder ?? t('input.pick')}
      loading={found.isFetching}
      showSearch={{ filterOption: false, onSearch: setTyped, autoClearSearchValue: true }}
      onOpenChange={setOpen}
      notFoundContent={found.isFetching ? t('loading') : t('input.nothingFound')}
      options={listed.map((row) => ({ value: row.id, label: row.name, unit: row.unitName }))}
      optionRender={({ data }) => (
        <>
          {data.label} <span className="muted">{data.unit}</span>
        </>
      )}
      onChange={(next: string[]) => onChange?.(next)}
    />
  );
}
