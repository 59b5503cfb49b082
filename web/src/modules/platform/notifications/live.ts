import { useEffect } from 'react';
import { api, server } from '@/shared/api/client';
import { ApiProblem } from '@/shared/api/problem';

// The server says that there is something new, and no more; the page then asks for it as for anything else. A window holds its line only
// while it is looked at: browsers allow six lines to one server, and a window nobody looks at need not know. Coming back, it looks by itself.

const streamPath = '/api/notifications/stream';
const shortestWait = 2_000;
const longestWait = 60_000;

/** Opens the line and keeps it open; the returned function closes it. */
export function listen(onTold: () => void, onOver: () => Promise<boolean>): () => void {
  let source: EventSource | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  let wait = shortestWait;
  let missed = false;

  const close = () => {
    clearTimeout(again);
    source?.close();
    source = null;
  };
  const open = () => {
    close();
    source = new EventSource(streamPath);
    source.addEventListener('open', () => {
      wait = shortestWait;
      // Whatever was said while the line was down.
      if (missed) onTold();
      missed = false;
    });
    source.addEventListener('told', onTold);
    source.addEventListener('ended', () => void over());
    source.addEventListener('error', () => {
      missed = true;
      // A broken line the browser opens again by itself; a refused one it gives up.
      if (source?.readyState === EventSource.CLOSED) void over();
    });
  };
  const over = async () => {
    close();
    missed = true;
    if (!(await onOver()) || document.hidden) return;
    again = setTimeout(open, wait);
    wait = Math.min(wait * 2, longestWait);
  };
  const turned = () => {
    if (document.hidden) {
      missed = true;
      close();
    } else if (!source) open();
  };

  document.addEventListener('visibilitychange', turned);
  if (!document.hidden) open();
  return () => {
    document.removeEventListener('visibilitychange', turned);
    close();
  };
}

const countPath = '/api/notifications';
const newest = { params: { query: { page: 1, size: 1 } } };

/** Is somebody still signed in? The answer of a session that is over leads to the sign-in page. */
async function isSignedIn(): Promise<boolean> {
  try {
    await api.GET(countPath, newest);
    return true;
  } catch (error) {
    return !(error instanceof ApiProblem && (error.status === 401 || error.status === 403));
  }
}

/** How many one has not read; goes up by itself. */
export function useUnreadCount(): number {
  const latest = server.useQuery('get', countPath, newest);
  const { refetch } = latest;
  useEffect(() => listen(() => void refetch(), isSignedIn), [refetch]);
  return latest.data?.unread ?? 0;
}
