import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { Facts } from '@/shared/ui/Facts';
import { MarginText } from '@/shared/ui/figures/MarginText';
import { Amount } from '@/shared/ui/figures/Texts';

/** What was sold to a customer in twelve months and what was earned with it: for who may know costs. */
export function CustomerMargin({ customer }: { customer: string }) {
  const { t } = useTranslation('customers');
  const { data } = server.useQuery('get', '/api/customers/{id}/margin', { params: { path: { id: customer } } });
  if (!data) return null;
  return (
    <Facts
      items={[
        { label: t('margin.sales'), value: <Amount value={data.margin.sales} /> },
        { label: t('margin.title'), value: <MarginText margin={data.margin} /> },
      ]}
    />
  );
}
