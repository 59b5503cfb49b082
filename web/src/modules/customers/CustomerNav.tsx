import { useTranslation } from 'react-i18next';
import { type NavPage, PageNav } from '@/shared/ui/PageNav';

const pages = {
  check: [
    ['/customers/check', 'customerCheck', 'customers.edit'],
    ['/customer-duplicates', 'customerDuplicates', 'customers.merge'],
    ['/customer-merges', 'customerMerges', 'customers.merge'],
  ],
  records: [
    ['/customer-records', 'customerRecords', 'customers.read'],
    ['/customer-reviews', 'customerReviews', 'customers.read'],
  ],
  care: [
    ['/care', 'care', 'customers.read'],
    ['/care-calendar', 'careCalendar', 'customers.read'],
    ['/care-figures', 'careFigures', 'customers.read'],
  ],
  warnings: [
    ['/customer-warnings', 'customerWarnings', 'customers.read'],
    ['/warning-board', 'warningBoard', 'customers.read'],
  ],
  keyAccounts: [
    ['/key-accounts', 'keyAccounts', 'customers.read'],
    ['/customer-segments', 'customerSegments', 'customers.read'],
  ],
  disputes: [
    ['/customer-disputes', 'customerDisputes', 'customers.disputes-read'],
    ['/customer-dispute-figures', 'customerDisputeFigures', 'customers.disputes-read'],
  ],
} as const satisfies Record<string, NavPage[]>;

/** The pages about customers that share an entry of the menu. */
export function CustomerNav({ of }: { of: keyof typeof pages }) {
  const { t } = useTranslation('customers');
  return <PageNav label={t('title')} pages={pages[of]} />;
}
