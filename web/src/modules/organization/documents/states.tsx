import { useTranslation } from 'react-i18next';
import type { RowOf } from '@/shared/api/types';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';

export type DocumentState = RowOf<'/api/documents'>['state'];

export const documentStates: DocumentState[] = ['Published', 'Draft', 'Withdrawn'];

const tones: Record<DocumentState, Tone> = { Published: 'good', Draft: 'progress', Withdrawn: 'neutral' };

export function DocumentStateTag({ state }: { state: DocumentState }) {
  const { t } = useTranslation('organization');
  return <StatusTag tone={tones[state]}>{t(`documents.states.${state}`)}</StatusTag>;
}
