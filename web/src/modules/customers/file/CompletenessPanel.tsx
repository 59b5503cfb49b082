import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { BulletBar } from '@/shared/ui/figures/BulletBar';
import { Percent } from '@/shared/ui/figures/Texts';
import { Panel } from '@/shared/ui/Panel';
import s from './file.module.css';
import type { Customer } from './types';

/** How whole the file is, and what it lacks most. */
export function CompletenessPanel({ customer }: { customer: Customer }) {
  const { t } = useTranslation('customers');
  const { data } = server.useQuery('get', '/api/customers/{id}/completeness', {
    params: { path: { id: customer.id } },
  });
  return (
    <Panel
      title={t('file.completeness')}
      note={data && t('file.points', { reached: data.reached, whole: data.whole })}
      extra={data && <Percent value={data.score} digits={0} />}
    >
      {data && <BulletBar label={t('file.completeness')} attainment={data.score} />}
      {data?.items.length === 0 && <p className="muted">{t('file.whole')}</p>}
      {!!data?.items.length && (
        <ul className={s.missing} aria-label={t('file.missing')}>
          {data.items.map(({ field, name, weight }) => (
            <li key={field}>
              {name} <small className="muted">+{weight}</small>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
