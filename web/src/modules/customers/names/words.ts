import type { Reply, RowOf } from '@/shared/api/types';
import type { Tone } from '@/shared/ui/StatusTag';

export type NameRow = RowOf<'/api/customer-names'>;
export type NameState = NameRow['state'];
export type Campaign = Reply<'/api/campaigns/{id}'>;
export type CampaignState = Campaign['state'];
export type Figures = Reply<'/api/name-figures'>;
export type PersonDays = Figures['items'][number];
export type DayFigures = PersonDays['days'][number];
export type NormState = DayFigures['namesState'];

/** What is told of a name, in the order of entry; the server pastes in the same order. */
export const nameFields = [
  'name',
  'legalRepresentative',
  'headName',
  'hobbies',
  'strengths',
  'phone',
  'mobile',
  'city',
  'industry',
  'fax',
  'email',
  'remark',
] as const;
export type NameField = (typeof nameFields)[number];
export type NameValues = Partial<Record<NameField, string>>;

export const nameStates: NameState[] = ['New', 'Called', 'Customer', 'Dropped'];
export const nameTones: Record<NameState, Tone> = {
  New: 'neutral',
  Called: 'progress',
  Customer: 'good',
  Dropped: 'bad',
};

export const campaignStates: CampaignState[] = ['Planned', 'Running', 'Closed'];
export const campaignTones: Record<CampaignState, Tone> = { Planned: 'neutral', Running: 'progress', Closed: 'good' };

export const normTones: Record<NormState, Tone> = {
  None: 'neutral',
  Rest: 'neutral',
  Excused: 'neutral',
  Open: 'progress',
  Below: 'bad',
  Met: 'good',
  Above: 'warning',
};

/** As the keyboard of a phone should be. */
export const inputMode = (field: NameField) =>
  field === 'phone' || field === 'mobile' || field === 'fax' ? 'tel' : field === 'email' ? 'email' : 'text';

/** Nothing but blanks is nothing. */
export const filledOf = (values: NameValues): NameValues =>
  Object.fromEntries(Object.entries(values).flatMap(([field, value]) => (value?.trim() ? [[field, value]] : [])));

export const isBlank = (values: NameValues): boolean => Object.keys(filledOf(values)).length === 0;
