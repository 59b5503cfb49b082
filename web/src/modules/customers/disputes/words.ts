import type { Reply, RowOf } from '@/shared/api/types';
import type { Tone } from '@/shared/ui/StatusTag';

export type DisputeRow = RowOf<'/api/customer-disputes'>;
export type Dispute = Reply<'/api/customer-disputes/{id}'>;
export type DisputeState = DisputeRow['state'];

export const disputeStates: DisputeState[] = ['Open', 'Answered', 'Ruled', 'Withdrawn'];
export const rulings = ['Keep', 'Transfer', 'Split', 'Pool'] as const;
export const disputeTones: Record<DisputeState, Tone> = {
  Open: 'progress',
  Answered: 'progress',
  Ruled: 'good',
  Withdrawn: 'neutral',
};
