import { EnvironmentOutlined } from '@ant-design/icons';
import { type AppModule, page } from '@/shared/module';

export const territories: AppModule = {
  name: 'territories',
  routes: [page('/territories', () => import('./TerritoriesPage'))],
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
