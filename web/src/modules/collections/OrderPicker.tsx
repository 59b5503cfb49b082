import { keepPreviousData } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { useDebounced } from '@/shared/ui/useDebounced';
import s from './collections.module.css';

interface OrderPickerProps {
  id?: string;
  value?: string | null;
  onChange?: (value: string | null) => void;
}

/** A confirmed order, found by its number or its customer. */
export function OrderPicker({ id, value, onChange }: OrderPickerProps) {
  const { t } = useTranslation(['collections', 'shared']);
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const q = useDebounced(typed.trim(), 200);
  const found = server.useQuery(
    'get',
    '/api/orders',
    { params: { query: { state: 'Confirmed', size: 20, ...(q ? { q } : {}) } } },
    { enabled: isOpen, placeholderData: keepPreviousData },
  );
  const chosen = server.useQuery(
    'get',
    '/api/orders/{id}',
    { params: { path: { id: value ?? '' } } },
    { enabled: !!value },
  );
  const rows = found.data?.items ?? [];
  const current = chosen.data?.id === value ? chosen.data : undefined;
  const listed = current && !rows.some((row) => row.id === current.id) ? [current, ...rows] : rows;
  // Until its order is read, a value from a link has no name, and an id is none.
  const isNamed = listed.some((row) => row.id === value);
  return (
    <Select
      id={id}
      value={(isNamed && value) || undefined}
      placeholder={t('orderHint')}
      loading={found.isFetching || chosen.isFetching}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      onOpenChange={setOpen}
      notFoundContent={found.isFetching ? t('shared:loading') : t('shared:input.nothingFound')}
      options={listed.map((row) => ({ value: row.id, label: `${row.number} ${row.customerName}`, row }))}
      optionRender={({ data }) => (
        <span className={s.option}>
          <span>{data.row.customerName}</span>
          <span className="muted number">{`${data.row.number} · ${data.row.orderedOn}`}</span>
        </span>
      )}
      onChange={(next: string | undefined) => {
        setTyped('');
        onChange?.(next ?? null);
      }}
    />
  );
}
