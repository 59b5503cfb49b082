import { useSearchParams } from 'react-router';

interface OpenRecord {
  id: string | null;
  /** The address with that record open and all else as it is, for links: `open={(row) => record.to(row.id)}`. */
  to: (id: string) => string;
  open: (id: string) => void;
  close: () => void;
}

/**
 * Which record is open over a list, in the URL (`?open=…`): it can be sent as a link, and Back closes it.
 * `useOpenRecord('edit')` for a second one.
 */
export function useOpenRecord(parameter = 'open'): OpenRecord {
  const [search, setSearch] = useSearchParams();
  const changed = (now: URLSearchParams, id: string | null) => {
    const next = new URLSearchParams(now);
    if (id === null) next.delete(parameter);
    else next.set(parameter, id);
    return next;
  };
  return {
    id: search.get(parameter),
    to: (id) => `?${changed(search, id)}`,
    open: (id) => setSearch((now) => changed(now, id)),
    close: () => setSearch((now) => changed(now, null), { replace: true }),
  };
}
