import { MessageOutlined, NotificationOutlined } from '@ant-design/icons';
import { type AppModule, page } from '@/shared/module';

export const collaboration: AppModule = {
  name: 'collaboration',
  routes: [
    page('/notices', () => import('./notices/NoticesPage')),
    page('/concerns', () => import('./concerns/ConcernsPage')),
  ],
  menu: [
    {
      group: 'approvals',
      title: 'notices',
      path: '/notices',
      icon: NotificationOutlined,
      aliases: ['tongzhi', 'tz', 'shangchuanxiada', 'announcements'],
      go: 'n',
    },
    {
      group: 'approvals',
      title: 'concerns',
      path: '/concerns',
      icon: MessageOutlined,
      aliases: ['fanying', 'qingkuangfanying', 'kunnan', 'difficulties'],
    },
  ],
  create: [
    {
      title: 'notice',
      to: '/notices?box=Written&edit=new',
      permission: 'collaboration.notices-write',
      aliases: ['fabutongzhi', 'announce'],
    },
    { title: 'concern', to: '/concerns?box=Mine&edit=new', aliases: ['fanyingqingkuang', 'report'] },
  ],
};
