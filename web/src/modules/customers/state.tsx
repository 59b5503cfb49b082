import { useTranslation } from 'react-i18next';
import type { RowOf } from '@/shared/api/types';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';

export type CustomerState = RowOf<'/api/customers'>['state'];
export const customerStates: CustomerState[] = ['Prospect', 'Active', 'Lost'];
export const decisionRoles = ['Decider', 'Influencer', 'User', 'Buyer', 'Gatekeeper', 'Champion'] as const;

const tones: Record<CustomerState, Tone> = { Prospect: 'progress', Active: 'good', Lost: 'bad' };

export function CustomerStateTag({ state }: { state: CustomerState }) {
  const { t } = useTranslation('customers');
  return <StatusTag tone={tones[state]}>{t(`states.${state}`)}</StatusTag>;
}
