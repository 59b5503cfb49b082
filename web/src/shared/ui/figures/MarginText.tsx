import { useTranslation } from 'react-i18next';
import type { Reply } from '@/shared/api/types';
import { signOf } from '@/shared/format/decimal';
import { Amount, Percent } from './Texts';

type Margin = NonNullable<Reply<'/api/orders/{id}'>['margin']>;

/** What was earned and of how much; what was sold at an unknown cost is said, and counts for nothing. */
export function MarginText({ margin }: { margin: Margin }) {
  const { t } = useTranslation('shared');
  return (
    <>
      {margin.earned ? (
        <span className="number">
          <Amount value={margin.earned} />
          {margin.share && (
            <>
              {' · '}
              <Percent value={margin.share} digits={1} />
            </>
          )}
        </span>
      ) : (
        t('margin.unknown')
      )}
      {margin.earned && signOf(margin.unknown) !== 0 && (
        <div className="muted">
          {t('margin.without')} <Amount value={margin.unknown} />
        </div>
      )}
    </>
  );
}
