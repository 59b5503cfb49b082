import { useTranslation } from 'react-i18next';
import type { RowOf } from '@/shared/api/types';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';

export type OrderState = RowOf<'/api/orders'>['state'];

const tones: Record<OrderState, Tone> = { Draft: 'neutral', Confirmed: 'good', Cancelled: 'bad' };
export const orderStates = Object.keys(tones) as OrderState[];

export function OrderStateTag({ state }: { state: OrderState }) {
  const { t } = useTranslation('orders');
  return <StatusTag tone={tones[state]}>{t(`state.${state}`)}</StatusTag>;
}
