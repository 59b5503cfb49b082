import { EnvironmentOutlined } from '@ant-design/icons';
import { type AppModule, page } from '@/shared/module';

export const territories: AppModule = {
  name: 'territories',
  routes: [
    page('/territories', () => import('./TerritoriesPage')),
    page('/territory-divisions', () => import('./divisions/DivisionsPage')),
    page('/territory-outside', () => import('./outside/OutsidePage')),
    page('/territory-coverage', () => import('./design/CoveragePage')),
    page('/market-figures', () => import('./market/MarketPage')),
    page('/territory-balance', () => import('./design/BalancePage')),
    page('/sizing-plans', () => import('./design/SizingPage')),
    page('/span-of-control', () => import('./design/SpanPage')),
  ],
  menu: [
    {
      group: 'customers',
      title: 'territories',
      path: '/territories',
      icon: EnvironmentOutlined,
      permission: 'territories.read',
      aliases: ['quyu', 'qy', 'xiaoshouquyu', 'diqu'],
      go: 't',
    },
  ],
};
