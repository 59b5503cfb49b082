import { FundOutlined } from '@ant-design/icons';
import { type AppModule, page } from '@/shared/module';

export const insights: AppModule = {
  name: 'insights',
  routes: [page('/board', () => import('./BoardPage'))],
  menu: [
    {
      group: 'goals',
      title: 'board',
      path: '/board',
      icon: FundOutlined,
      permission: 'insights.board-read',
      aliases: ['yeji', 'yejikanban', 'kanban', 'yj', 'dashboard', 'dacheng'],
      go: 'b',
    },
  ],
};
