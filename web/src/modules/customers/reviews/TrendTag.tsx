import { useTranslation } from 'react-i18next';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';
import type { ReviewCard } from './ReviewForm';

const tones: Record<ReviewCard['trend'], Tone> = { Better: 'good', Steady: 'neutral', Worse: 'bad' };

export function TrendTag({ trend }: { trend: ReviewCard['trend'] }) {
  const { t } = useTranslation('customers');
  return <StatusTag tone={tones[trend]}>{t(`reviews.trends.${trend}`)}</StatusTag>;
}
