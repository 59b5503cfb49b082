import {
  AuditOutlined,
  HomeOutlined,
  ImportOutlined,
  NotificationOutlined,
  SafetyCertificateOutlined,
  SendOutlined,
  SettingOutlined,
} from '@ant-design/icons';
import { type AppModule, page } from '@/shared/module';

export const platform: AppModule = {
  name: 'platform',
  routes: [
    page('/profile', () => import('./profile/ProfilePage')),
    page('/imports', () => import('./imports/ImportsPage')),
    page('/imports/new', () => import('./imports/NewImportPage')),
    page('/imports/:id', () => import('./imports/ImportPage')),
    page('/roles', () => import('./roles/RolesPage')),
    page('/audit', () => import('./audit/AuditPage')),
    page('/channels', () => import('./channels/ChannelsPage')),
    page('/deliveries', () => import('./channels/DeliveriesPage')),
  ],
  menu: [
    { group: 'home', title: 'home', path: '/', icon: HomeOutlined, aliases: ['shouye', 'sy'], go: 'h', tab: 1 },
    {
      group: 'settings',
      title: 'imports',
      path: '/imports',
      icon: ImportOutlined,
      // Kind by kind, by permissions of several modules: the page says so to whoever may import nothing.
      aliases: ['daoru', 'dr', 'excel', 'csv'],
      go: 'i',
    },
    {
      group: 'settings',
      title: 'roles',
      path: '/roles',
      icon: SafetyCertificateOutlined,
      permission: 'platform.accounts-read',
      aliases: ['juese', 'js', 'quanxian', 'permissions'],
    },
    {
      group: 'settings',
      title: 'audit',
      path: '/audit',
      icon: AuditOutlined,
      permission: 'platform.audit-read',
      aliases: ['shenji', 'sj', 'rizhi', 'log', 'history'],
    },
    {
      group: 'settings',
      title: 'channels',
      path: '/channels',
      icon: NotificationOutlined,
      permission: 'platform.channels-edit',
      aliases: ['tongzhi', 'qudao', 'youjian', 'jiqiren', 'mail', 'smtp', 'robots'],
    },
    {
      group: 'settings',
      title: 'deliveries',
      path: '/deliveries',
      icon: SendOutlined,
      permission: 'platform.channels-edit',
      aliases: ['fasong', 'jilu', 'sent'],
    },
    {
      group: 'settings',
      title: 'profile',
      path: '/profile',
      icon: SettingOutlined,
      aliases: ['wode', 'password', 'mima', '2fa', 'passkey', 'token'],
      go: 'p',
    },
  ],
  create: [{ title: 'token', to: '/profile?create=token', aliases: ['lingpai', 'api'] }],
};
