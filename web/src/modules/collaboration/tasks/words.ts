import type { Reply } from '@/shared/api/types';
import type { Tone } from '@/shared/ui/StatusTag';

export type Task = Reply<'/api/tasks/{id}'>;
export type Series = Reply<'/api/task-series/{id}'>;

export const taskFiles = 'collaboration_task';

export const states = ['Open', 'InProgress', 'ToAccept', 'Done', 'Cancelled'] as const;
export const priorities = ['Low', 'Normal', 'High', 'Urgent'] as const;

export const stateTones: Record<Task['state'], Tone> = {
  Open: 'neutral',
  InProgress: 'progress',
  ToAccept: 'warning',
  Done: 'good',
  Cancelled: 'neutral',
};

export const isOpen = (state: Task['state']): boolean => state !== 'Done' && state !== 'Cancelled';

/** Its day is past and nobody has finished it. */
export const isOverdue = (task: { state: Task['state']; dueOn?: string | null }, today: string): boolean =>
  (task.state === 'Open' || task.state === 'InProgress') && !!task.dueOn && task.dueOn < today;
