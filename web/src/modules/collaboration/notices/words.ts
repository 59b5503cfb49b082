import type { Reply } from '@/shared/api/types';
import type { Tone } from '@/shared/ui/StatusTag';

export type Notice = Reply<'/api/notices/{id}'>;

export const noticeFiles = 'collaboration_notice';

export const stateTones: Record<Notice['state'], Tone> = { Draft: 'neutral', Published: 'good', Withdrawn: 'warning' };
