import { useTranslation } from 'react-i18next';
import type { RowOf } from '@/shared/api/types';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';

export type Stage = NonNullable<RowOf<'/api/people'>['stage']>;

export const stages: Stage[] = ['Survival', 'Growth', 'Maturity'];

const tones: Record<Stage, Tone> = { Survival: 'warning', Growth: 'progress', Maturity: 'good' };

/** How far somebody has come in the house. */
export function StageTag({ stage }: { stage: Stage }) {
  const { t } = useTranslation('organization');
  return <StatusTag tone={tones[stage]}>{t(`people.stages.${stage}`)}</StatusTag>;
}
