import type { Reply } from '@/shared/api/types';
import type { Tone } from '@/shared/ui/StatusTag';

export type Concern = Reply<'/api/concerns/{id}'>;

export const concernFiles = 'collaboration_concern';

export const stateTones: Record<Concern['state'], Tone> = {
  Sent: 'warning',
  Acknowledged: 'progress',
  Answered: 'good',
  Closed: 'neutral',
};

export const kinds = ['Difficulty', 'Report', 'Suggestion'] as const;
