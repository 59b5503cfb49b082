import { ShoppingOutlined } from '@ant-design/icons';
import { type AppModule, page } from '@/shared/module';

export const catalog: AppModule = {
  name: 'catalog',
  routes: [page('/products', () => import('./ProductsPage'))],
  menu: [
    {
      group: 'orders',
      title: 'products',
      path: '/products',
      icon: ShoppingOutlined,
      permission: 'catalog.read',
      aliases: ['chanpin', 'cp', 'catalog', 'jiage'],
      go: 'd',
    },
  ],
  create: [
    {
      title: 'product',
      to: '/products?edit=new',
      permission: 'catalog.edit',
      aliases: ['xinjianchanpin', 'chanpin'],
    },
  ],
};
