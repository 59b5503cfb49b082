import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { useCan } from '@/shared/api/session';
import type { Reply } from '@/shared/api/types';
import { Amount } from '@/shared/ui/figures/Texts';
import { StatusTag, type Tone } from '@/shared/ui/StatusTag';
import s from './OrderForm.module.css';

type Verdict = NonNullable<Reply<'/api/customers/{id}/credit'>['verdict']>;

const tones: Record<Verdict, Tone> = { NoLimit: 'neutral', Within: 'good', Near: 'warning', Over: 'bad', Held: 'bad' };

/** What the customer may still buy, before it is confirmed; nothing of who has no limit. */
export function CustomerCredit({ customer }: { customer: string | null | undefined }) {
  const { t } = useTranslation('orders');
  const mayRead = useCan('customers.read');
  const { data } = server.useQuery(
    'get',
    '/api/customers/{id}/credit',
    { params: { path: { id: customer ?? '' } } },
    { enabled: mayRead && !!customer, retry: false },
  );
  if (!data?.verdict || data.verdict === 'NoLimit') return null;
  return (
    <span className={s.credit}>
      {t('customerCredit')}
      <StatusTag tone={tones[data.verdict]}>{t(`credit.${data.verdict}`)}</StatusTag>
      {data.available && (
        <>
          {t('credit.available')} <Amount value={data.available} />
        </>
      )}
    </span>
  );
}
