import { AimOutlined } from '@ant-design/icons';
import { type AppModule, page } from '@/shared/module';

export const planning: AppModule = {
  name: 'planning',
  routes: [page('/goals', () => import('./GoalsPage'))],
  menu: [
    {
      group: 'goals',
      title: 'goals',
      path: '/goals',
      icon: AimOutlined,
      permission: 'planning.read',
      aliases: ['mubiao', 'mb', 'plan', 'quota'],
      go: 'g',
      tab: 4,
    },
  ],
  create: [
    { title: 'goal', to: '/goals?edit=new', permission: 'planning.edit', aliases: ['mubiao', 'xinjianmubiao', 'xjmb'] },
  ],
};
