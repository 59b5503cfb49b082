import { AuditOutlined, BulbOutlined, ClockCircleOutlined, NodeIndexOutlined, SafetyOutlined } from '@ant-design/icons';
import { type AppModule, page } from '@/shared/module';

export const approvals: AppModule = {
  name: 'approvals',
  routes: [
    page('/approvals', () => import('./InboxPage')),
    page('/approval-rules', () => import('./rules/RulesPage')),
    page('/approval-limits', () => import('./LimitsPage')),
    page('/process-proposals', () => import('./proposals/ProposalsPage')),
    page('/approval-times', () => import('./TimesPage')),
  ],
  menu: [
    {
      group: 'approvals',
      title: 'approvals',
      path: '/approvals',
      icon: AuditOutlined,
      aliases: ['shenpi', 'sp', 'daiban', 'inbox', 'requests'],
      go: 'a',
    },
    {
      group: 'approvals',
      title: 'processProposals',
      path: '/process-proposals',
      icon: BulbOutlined,
      aliases: ['liuchengjianyi', 'lcjy', 'gaijin', 'proposals', 'process'],
    },
    {
      group: 'approvals',
      title: 'approvalTimes',
      path: '/approval-times',
      icon: ClockCircleOutlined,
      permission: 'approvals.times-read',
      aliases: ['liuchengshijian', 'lcsj', 'waiting', 'bottleneck'],
    },
    {
      group: 'settings',
      title: 'approvalRules',
      path: '/approval-rules',
      icon: NodeIndexOutlined,
      permission: 'approvals.edit-rules',
      aliases: ['shenpiguize', 'spgz', 'routes', 'policy'],
    },
    {
      group: 'settings',
      title: 'approvalLimits',
      path: '/approval-limits',
      icon: SafetyOutlined,
      permission: 'approvals.edit-rules',
      aliases: ['quanxianedu', 'qxed', 'authority'],
    },
  ],
  create: [
    {
      title: 'approval',
      to: '/approvals?box=Mine&edit=new',
      permission: 'approvals.submit',
      aliases: ['faqishenpi', 'shenqing', 'request'],
    },
  ],
};
