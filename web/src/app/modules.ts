import { approvals } from '@/modules/approvals/module';
import type approvalsText from '@/modules/approvals/text.zh.json';
import { catalog } from '@/modules/catalog/module';
import type catalogText from '@/modules/catalog/text.zh.json';
import { collaboration } from '@/modules/collaboration/module';
import type collaborationText from '@/modules/collaboration/text.zh.json';
import { collections } from '@/modules/collections/module';
import type collectionsText from '@/modules/collections/text.zh.json';
import { customers } from '@/modules/customers/module';
import type customersText from '@/modules/customers/text.zh.json';
import { insights } from '@/modules/insights/module';
import type insightsText from '@/modules/insights/text.zh.json';
import { orders } from '@/modules/orders/module';
import type ordersText from '@/modules/orders/text.zh.json';
import { organization } from '@/modules/organization/module';
import type organizationText from '@/modules/organization/text.zh.json';
import { planning } from '@/modules/planning/module';
import type planningText from '@/modules/planning/text.zh.json';
import { platform } from '@/modules/platform/module';
import type platformText from '@/modules/platform/text.zh.json';
import { territories } from '@/modules/territories/module';
import type territoriesText from '@/modules/territories/text.zh.json';
import type { AppModule } from '@/shared/module';

/** The one list of modules: routes, menu and palette are made from it. */
export const modules: AppModule[] = [
  insights,
  planning,
  customers,
  territories,
  orders,
  collections,
  catalog,
  approvals,
  collaboration,
  organization,
  platform,
];

// Typed text keys, one line for each module.
declare module 'i18next' {
  interface ResourceNamespaceMap {
    insights: typeof insightsText;
    planning: typeof planningText;
    customers: typeof customersText;
    territories: typeof territoriesText;
    orders: typeof ordersText;
    collections: typeof collectionsText;
    catalog: typeof catalogText;
    organization: typeof organizationText;
    platform: typeof platformText;
    approvals: typeof approvalsText;
    collaboration: typeof collaborationText;
  }
}
