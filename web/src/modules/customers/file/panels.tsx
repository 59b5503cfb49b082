import type { ComponentType } from 'react';
import { useNavigate } from 'react-router';
import { Attachments } from '@/shared/ui/files/Attachments';
import { Panel } from '@/shared/ui/Panel';
import { Contacts } from '../Contacts';
import { CustomerCare } from '../care/CustomerCare';
import { CreditPanel } from '../credit/CreditPanel';
import { Grades } from '../grading/Grades';
import { OwnershipPanel } from '../ownership/OwnershipPanel';
import { RecentOrders } from '../RecentOrders';
import { CustomerWarnings } from '../warnings/CustomerWarnings';
import { CompletenessPanel } from './CompletenessPanel';
import { DataCardPanel } from './DataCardPanel';
import { FactsPanel } from './FactsPanel';
import { RecentReceipts } from './RecentReceipts';
import { RecordsPanel } from './RecordsPanel';
import { RelationsPanel } from './RelationsPanel';
import { ReviewCardsPanel } from './ReviewCardsPanel';
import { StrategyCardPanel } from './StrategyCardPanel';
import { TimelinePanel } from './TimelinePanel';
import type { Customer } from './types';

export const boxes = ['overview', 'contacts', 'cards', 'relations', 'timeline', 'files', 'sales'] as const;
export type Box = (typeof boxes)[number];

interface FilePart {
  box: Box;
  Part: ComponentType<{ customer: Customer; reload: () => Promise<unknown> }>;
  /** Not there for who lacks it. */
  permission?: string;
}

/** Whoever gave him away may see him no more: back to the list. */
function Ownership({ customer }: { customer: Customer }) {
  const navigate = useNavigate();
  return (
    <Panel>
      <OwnershipPanel id={customer.id} onGone={() => navigate('/customers', { replace: true })} />
    </Panel>
  );
}

/** What a customer's page shows, tab by tab, in this order: a further part is a further line. */
export const parts: FilePart[] = [
  { box: 'overview', Part: FactsPanel },
  { box: 'overview', Part: Ownership },
  {
    box: 'overview',
    Part: ({ customer }) => (
      <Panel>
        <Grades customer={customer.id} />
        <CustomerWarnings customer={customer.id} />
      </Panel>
    ),
  },
  { box: 'overview', Part: CreditPanel },
  { box: 'overview', Part: CustomerCare },
  { box: 'overview', Part: CompletenessPanel },
  { box: 'overview', Part: RecordsPanel },
  {
    box: 'contacts',
    Part: ({ customer }) => (
      <Panel>
        <Contacts customer={customer.id} />
      </Panel>
    ),
  },
  { box: 'cards', Part: DataCardPanel },
  { box: 'cards', Part: StrategyCardPanel },
  { box: 'cards', Part: ReviewCardsPanel },
  { box: 'relations', Part: RelationsPanel },
  { box: 'timeline', Part: TimelinePanel },
  {
    box: 'files',
    Part: ({ customer }) => (
      <Panel>
        <Attachments entity="customers_customer" id={customer.id} />
      </Panel>
    ),
  },
  {
    box: 'sales',
    permission: 'orders.read',
    Part: ({ customer }) => (
      <Panel>
        <RecentOrders customer={customer.id} />
      </Panel>
    ),
  },
  { box: 'sales', Part: RecentReceipts, permission: 'collections.read' },
];
