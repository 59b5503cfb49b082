import { FileDoneOutlined } from '@ant-design/icons';
import { type AppModule, page } from '@/shared/module';

export const orders: AppModule = {
  name: 'orders',
  routes: [page('/orders', () => import('./OrdersPage'))],
  menu: [
    {
      group: 'orders',
      title: 'orders',
      path: '/orders',
      icon: FileDoneOutlined,
      permission: 'orders.read',
      aliases: ['dingdan', 'dd', 'chengjiao', 'sales'],
      go: 'o',
      tab: 3,
    },
  ],
  create: [
    {
      title: 'order',
      to: '/orders?edit=new',
      permission: 'orders.edit',
      aliases: ['dingdan', 'xinjiandingdan', 'xjdd', 'xiadan'],
    },
  ],
};
