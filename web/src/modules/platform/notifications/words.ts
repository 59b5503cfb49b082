import type { TFunction } from 'i18next';
import type { Reply, RowOf } from '@/shared/api/types';
import type { Tone } from '@/shared/ui/StatusTag';

type T = TFunction<['platform', 'shared']>;
type Settings = Reply<'/api/notification-settings'>;
export type Choice = NonNullable<Settings['usualChoice']>;
export type Digest = NonNullable<Settings['digest']>;

export const choices = (t: T): { value: Choice; label: string }[] =>
  (['InApp', 'Email', 'Off'] as const).map((value) => ({ value, label: t(`choices.${value}`) }));

export const digests = (t: T): { value: Digest; label: string }[] =>
  (['None', 'Hourly', 'Daily'] as const).map((value) => ({ value, label: t(`digests.${value}`) }));

export const robotKinds = ['WeCom', 'DingTalk', 'Feishu'] as const;

export type Delivery = RowOf<'/api/deliveries'>;

export const deliveryTones: Record<Delivery['state'], Tone> = {
  Waiting: 'progress',
  Sent: 'good',
  Failed: 'bad',
  Dropped: 'neutral',
};
export const deliveryStates = Object.keys(deliveryTones) as Delivery['state'][];
