import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '@/shared/api/client';
import { markUnsaved } from '@/shared/ui/form/LeaveGuard';
import { useDebounced } from '@/shared/ui/useDebounced';
import type { Draft, Plan } from './plan';

/** What is written, whether it differs from what is saved, and what would come of it. */
export function usePlan(saved: Plan | null, firstDay: string) {
  const start: Draft = saved
    ? { name: saved.name, reason: saved.reason ?? null, day: saved.day, steps: saved.steps }
    : { name: '', reason: null, day: firstDay, steps: [] };
  const [draft, setDraft] = useState(start);
  const [guard] = useState(() => ({}));
  const isDirty = JSON.stringify(draft) !== JSON.stringify(start);
  useEffect(() => {
    markUnsaved(guard, isDirty ? 'page' : null);
    return () => markUnsaved(guard, null);
  }, [guard, isDirty]);

  const asked = useDebounced(JSON.stringify({ day: draft.day, steps: draft.steps }), 300);
  const isApplied = saved?.state === 'Applied';
  const preview = useQuery({
    queryKey: ['reorganization-preview', isApplied ? saved.id : asked],
    queryFn: async () =>
      isApplied
        ? (await api.GET('/api/reorganizations/{id}/preview', { params: { path: { id: saved.id } } })).data
        : (await api.POST('/api/reorganizations/preview', { body: JSON.parse(asked) })).data,
    placeholderData: keepPreviousData,
    retry: false,
  });
  return {
    draft,
    change: (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part })),
    isDirty,
    settle: () => markUnsaved(guard, null),
    preview: preview.data,
    error: preview.error,
  };
}
