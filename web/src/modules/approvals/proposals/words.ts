import type { Reply } from '@/shared/api/types';
import type { Tone } from '@/shared/ui/StatusTag';

export type Proposal = Reply<'/api/process-proposals/{id}'>;

export const proposalStates = ['Open', 'Accepted', 'Declined', 'Withdrawn'] as const;

export const proposalTones: Record<Proposal['state'], Tone> = {
  Open: 'progress',
  Accepted: 'good',
  Declined: 'bad',
  Withdrawn: 'neutral',
};
