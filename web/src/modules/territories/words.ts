import type { Tone } from '@/shared/ui/StatusTag';

export const acts = ['Customer', 'Opportunity', 'Visit', 'Order'] as const;
/** Those that anything asks for today; the others wait for their modules. */
export const askedActs: readonly (typeof acts)[number][] = ['Customer', 'Order'];
export const outsideRules = ['Allow', 'Flag', 'Release', 'Block'] as const;

export const ruleTones: Record<(typeof outsideRules)[number], Tone> = {
  Allow: 'neutral',
  Flag: 'warning',
  Release: 'progress',
  Block: 'bad',
};

export const divisionTones = { Draft: 'neutral', Planned: 'progress', Live: 'good', Retired: 'neutral' } as const;
export const releaseTones = { Asked: 'progress', Granted: 'good', Refused: 'bad' } as const;
export const coverageTones = { Empty: 'bad', Undone: 'warning', Partly: 'progress', Done: 'good' } as const;
export const spanTones = { Fits: 'good', Few: 'warning', Many: 'bad' } as const;
export const changeTones = { Fits: 'neutral', TooOften: 'warning', Never: 'neutral' } as const;
