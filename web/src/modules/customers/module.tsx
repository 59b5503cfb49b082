import {
  ContactsOutlined,
  FileSearchOutlined,
  IdcardOutlined,
  InboxOutlined,
  PartitionOutlined,
  SplitCellsOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import { redirect } from 'react-router';
import { type AppModule, page } from '@/shared/module';

export const customers: AppModule = {
  name: 'customers',
  routes: [
    page('/customers', () => import('./CustomersPage')),
    page('/customer-contacts', () => import('./ContactsPage')),
    page('/customers/check', () => import('./CheckPage')),
    page('/customer-pool', () => import('./pools/PoolPage')),
    page('/customer-disputes', () => import('./disputes/DisputesPage')),
    page('/customer-dispute-figures', () => import('./disputes/DisputeFiguresPage')),
    page('/ownership-rules', () => import('./ownership/RulesPage')),
    page('/customer-identity-policy', () => import('./PolicyPage')),
    // Where the search of the whole system and notifications lead.
    { path: '/customers/:id', loader: ({ params }) => redirect(`/customers?open=${params.id}`) },
  ],
  menu: [
    {
      group: 'customers',
      title: 'customers',
      path: '/customers',
      icon: TeamOutlined,
      permission: 'customers.read',
      aliases: ['kehu', 'kh', 'clients'],
      go: 'c',
      tab: 2,
    },
    {
      group: 'customers',
      title: 'customerContacts',
      path: '/customer-contacts',
      icon: ContactsOutlined,
      permission: 'customers.read',
      aliases: ['lianxiren', 'lxr', 'shengri', 'birthdays'],
    },
    {
      group: 'customers',
      title: 'customerCheck',
      path: '/customers/check',
      icon: FileSearchOutlined,
      permission: 'customers.edit',
      aliases: ['chachong', 'cc', 'zhuangche', 'zhuangdan', 'duplicates'],
    },
    {
      group: 'customers',
      title: 'customerPool',
      path: '/customer-pool',
      icon: InboxOutlined,
      permission: 'customers.pools-read',
      aliases: ['gonghai', 'gh', 'lingqu', 'pool', 'claim'],
    },
    {
      group: 'customers',
      title: 'customerDisputes',
      path: '/customer-disputes',
      icon: SplitCellsOutlined,
      permission: 'customers.disputes-read',
      aliases: ['zhuangdan', 'zd', 'zhuangche', 'disputes'],
    },
    {
      group: 'settings',
      title: 'ownershipRules',
      path: '/ownership-rules',
      icon: PartitionOutlined,
      permission: 'customers.ownership-edit',
      aliases: ['guishu', 'gsgz', 'gonghai', 'huishou', 'baohuqi', 'recycling'],
    },
    {
      group: 'settings',
      title: 'customerIdentityPolicy',
      path: '/customer-identity-policy',
      icon: IdcardOutlined,
      permission: 'customers.policy-edit',
      aliases: ['chachongguize', 'ccgz', 'fangzhuangche', 'duplicates'],
    },
  ],
  create: [
    {
      title: 'customer',
      to: '/customers?edit=new',
      permission: 'customers.edit',
      aliases: ['xinjiankehu', 'xjkh', 'kehu'],
    },
  ],
};
