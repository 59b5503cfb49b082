import type { Reply, RowOf } from '@/shared/api/types';
import type { Tone } from '@/shared/ui/StatusTag';

export type Sheet = Reply<'/api/attendance/mine'>;
export type SheetDay = Sheet['days'][number];
export type Correction = RowOf<'/api/attendance-corrections'>;

export const dayTones: Record<SheetDay['state'], Tone> = {
  Rest: 'neutral',
  Open: 'neutral',
  OnTime: 'good',
  Late: 'warning',
  Early: 'warning',
  OneSided: 'warning',
  Absent: 'bad',
  Leave: 'progress',
  Overtime: 'progress',
};

export const correctionTones: Record<Correction['state'], Tone> = {
  Open: 'progress',
  Granted: 'good',
  Refused: 'bad',
  Withdrawn: 'neutral',
};

export const leaveTones: Record<RowOf<'/api/leave-applications'>['state'], Tone> = {
  Waiting: 'progress',
  Approved: 'good',
  Refused: 'bad',
  Returned: 'warning',
  Withdrawn: 'neutral',
};

/** "2026-07" before or after that one. */
export function monthAfter(month: string, by: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}
