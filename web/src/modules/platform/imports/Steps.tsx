import { useTranslation } from 'react-i18next';
import s from './imports.module.css';

const steps = ['file', 'mapping', 'check', 'result'] as const;
export type Step = (typeof steps)[number];

/** Where in the four steps one is. */
export function Steps({ now }: { now: Step }) {
  const { t } = useTranslation('platform');
  const place = steps.indexOf(now);
  return (
    <ol className={s.steps} aria-label={t('imports.steps.label')}>
      {steps.map((step, i) => (
        <li key={step} data-past={i < place} aria-current={i === place ? 'step' : undefined}>
          <span className="number">{i + 1}</span>
          {t(`imports.steps.${step}`)}
        </li>
      ))}
    </ol>
  );
}
