import { server } from '@/shared/api/client';

// Asked again each minute and when the window comes back; a push channel can replace this without touching a caller.
const pollMilliseconds = 60_000;

export function useUnreadCount(): number {
  const latest = server.useQuery(
    'get',
    '/api/notifications',
    { params: { query: { page: 1, size: 1 } } },
    { refetchInterval: pollMilliseconds },
  );
  return latest.data?.unread ?? 0;
}
