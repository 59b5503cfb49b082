import {
  BranchesOutlined,
  CheckSquareOutlined,
  ControlOutlined,
  MessageOutlined,
  NotificationOutlined,
} from '@ant-design/icons';
import { type AppModule, page } from '@/shared/module';

export const collaboration: AppModule = {
  name: 'collaboration',
  routes: [
    page('/notices', () => import('./notices/NoticesPage')),
    page('/concerns', () => import('./concerns/ConcernsPage')),
    page('/tasks', () => import('./tasks/TasksPage')),
    page('/issues', () => import('./issues/IssuesPage')),
    page('/issue-figures', () => import('./issues/FiguresPage')),
    page('/task-series', () => import('./tasks/SeriesPage')),
    page('/collaboration-policies', () => import('./policies/PoliciesPage')),
  ],
  menu: [
    {
      group: 'activities',
      title: 'tasks',
      path: '/tasks',
      icon: CheckSquareOutlined,
      aliases: ['renwu', 'rw', 'todo', 'daiban'],
      go: 'w',
    },
    {
      group: 'settings',
      title: 'collaborationPolicies',
      path: '/collaboration-policies',
      icon: ControlOutlined,
      permission: 'collaboration.policies-edit',
      aliases: ['xiezuoguize', 'tixingguize', 'reminders', 'escalation'],
    },
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
      title: 'issues',
      path: '/issues',
      icon: BranchesOutlined,
      aliases: ['kuabumen', 'kbm', 'xiezuo', 'cooperation'],
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
      title: 'task',
      to: '/tasks?edit=new',
      permission: 'collaboration.tasks-give',
      aliases: ['xinjianrenwu', 'buzhirenwu', 'todo'],
    },
    {
      title: 'notice',
      to: '/notices?box=Written&edit=new',
      permission: 'collaboration.notices-write',
      aliases: ['fabutongzhi', 'announce'],
    },
    { title: 'issue', to: '/issues?box=FromUs&edit=new', aliases: ['kuabumenshixiang', 'xiezuo'] },
    { title: 'concern', to: '/concerns?box=Mine&edit=new', aliases: ['fanyingqingkuang', 'report'] },
  ],
};
