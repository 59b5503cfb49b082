import { HomeOutlined, SettingOutlined } from '@ant-design/icons';
import { type AppModule, page } from '@/shared/module';

export const platform: AppModule = {
  name: 'platform',
  routes: [page('/profile', () => import('./profile/ProfilePage'))],
  menu: [
    { group: 'home', title: 'home', path: '/', icon: HomeOutlined, aliases: ['shouye', 'sy'], go: 'h', tab: 1 },
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
