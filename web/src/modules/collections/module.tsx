import { PayCircleOutlined } from '@ant-design/icons';
import { type AppModule, page } from '@/shared/module';

export const collections: AppModule = {
  name: 'collections',
  routes: [page('/receipts', () => import('./ReceiptsPage'))],
  menu: [
    {
      group: 'orders',
      title: 'receipts',
      path: '/receipts',
      icon: PayCircleOutlined,
      permission: 'collections.read',
      aliases: ['huikuan', 'hk', 'shoukuan', 'payments', 'collections'],
      go: 'r',
    },
  ],
  create: [
    {
      title: 'receipt',
      to: '/receipts?edit=new',
      permission: 'collections.edit',
      aliases: ['huikuan', 'dengjihuikuan', 'djhk', 'shoukuan'],
    },
  ],
};
