import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { useCustomFacts } from '@/shared/ui/custom/shown';
import { Facts } from '@/shared/ui/Facts';
import { Instant } from '@/shared/ui/figures/Texts';
import { Panel } from '@/shared/ui/Panel';
import { Covered } from '../Covered';
import s from '../customers.module.css';
import type { Customer } from './types';
import { Website } from './Website';

/** What is entered of him, and the fields of the house's own. */
export function CustomerFacts({ customer }: { customer: Customer }) {
  const { t } = useTranslation('customers');
  const custom = useCustomFacts('customer', customer.custom);
  const full = server.useMutation('post', '/api/customers/{id}/reveal');
  const reveal = customer.can?.includes('reveal')
    ? () => full.mutateAsync({ params: { path: { id: customer.id } } })
    : undefined;
  return (
    <Facts
      items={[
        { label: t('owner'), value: customer.ownerName },
        { label: t('territory'), value: customer.territoryName },
        { label: t('industry'), value: customer.industry },
        { label: t('city'), value: customer.city },
        { label: t('contact'), value: customer.contactName },
        { label: t('phone'), value: customer.phone && <Covered value={customer.phone} link="tel" reveal={reveal} /> },
        {
          label: t('creditCode'),
          value: customer.creditCode && <span className="number">{customer.creditCode}</span>,
        },
        { label: t('website'), value: customer.website && <Website address={customer.website} /> },
        { label: t('createdAt'), value: <Instant value={customer.createdAt} /> },
        ...custom,
        { label: t('address'), value: customer.address, wide: true },
        ...(customer.duplicateReason
          ? [{ label: t('duplicates.kept'), value: customer.duplicateReason, wide: true }]
          : []),
        {
          label: t('remark'),
          value: customer.remark && <span className={s.remark}>{customer.remark}</span>,
          wide: true,
        },
      ]}
    />
  );
}

export function FactsPanel({ customer }: { customer: Customer }) {
  const { t } = useTranslation('customers');
  return (
    <Panel title={t('file.facts')}>
      <CustomerFacts customer={customer} />
    </Panel>
  );
}
