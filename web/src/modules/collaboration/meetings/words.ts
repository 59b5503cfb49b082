import type { Reply } from '@/shared/api/types';
import type { Tone } from '@/shared/ui/StatusTag';

export type Meeting = Reply<'/api/meetings/{id}'>;
export type MeetingSeries = Reply<'/api/meeting-series/{id}'>;

export const meetingFiles = 'collaboration_meeting';

export const stateTones: Record<Meeting['state'], Tone> = { Planned: 'progress', Closed: 'good', Cancelled: 'neutral' };

/** Minutes from midnight: 1020 ▸ 17:00. */
export const clockText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
