import { useTranslation } from 'react-i18next';
import type { Reply, RowOf } from '@/shared/api/types';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';

export type DocumentState = RowOf<'/api/documents'>['state'];

export const documentStates: DocumentState[] = ['Published', 'Draft', 'Withdrawn'];

const tones: Record<DocumentState, Tone> = { Published: 'good', Draft: 'progress', Withdrawn: 'neutral' };

type Decision = NonNullable<Reply<'/api/documents/{id}'>['editions'][number]['decision']>;

const decisionTones: Record<Decision, Tone> = {
  Waiting: 'progress',
  Approved: 'good',
  Refused: 'bad',
  Returned: 'warning',
};

/** How far a draft is with those who have to agree to it. */
export function DecisionTag({ decision }: { decision: Decision }) {
  const { t } = useTranslation('organization');
  return <StatusTag tone={decisionTones[decision]}>{t(`documents.decisions.${decision}`)}</StatusTag>;
}

export function DocumentStateTag({ state }: { state: DocumentState }) {
  const { t } = useTranslation('organization');
  return <StatusTag tone={tones[state]}>{t(`documents.states.${state}`)}</StatusTag>;
}
