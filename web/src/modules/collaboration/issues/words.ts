import type { Reply } from '@/shared/api/types';
import type { Tone } from '@/shared/ui/StatusTag';

export type Issue = Reply<'/api/issues/{id}'>;

export const issueFiles = 'collaboration_issue';

export const states = ['Raised', 'Agreed', 'Done', 'Confirmed', 'Withdrawn'] as const;

export const stateTones: Record<Issue['state'], Tone> = {
  Raised: 'warning',
  Agreed: 'progress',
  Done: 'warning',
  Confirmed: 'good',
  Withdrawn: 'neutral',
};

/** The day that counts now: what was agreed, else what is on the table. */
export const dayOf = (issue: { agreedOn?: string | null; proposedOn?: string | null }): string | null =>
  issue.agreedOn ?? issue.proposedOn ?? null;

export const isOverdue = (
  issue: { state: Issue['state']; agreedOn?: string | null; proposedOn?: string | null },
  today: string,
): boolean => {
  const day = dayOf(issue);
  return (issue.state === 'Raised' || issue.state === 'Agreed') && !!day && day < today;
};
