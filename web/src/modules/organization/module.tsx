import {
  ApartmentOutlined,
  BankOutlined,
  CalendarOutlined,
  ContactsOutlined,
  FileDoneOutlined,
  ReadOutlined,
  SwapOutlined,
  UserSwitchOutlined,
} from '@ant-design/icons';
import { redirect } from 'react-router';
import { type AppModule, page } from '@/shared/module';

export const organization: AppModule = {
  name: 'organization',
  routes: [
    page('/people', () => import('./people/PeoplePage')),
    // Where the search of the whole system leads.
    { path: '/people/:id', loader: ({ params }) => redirect(`/people?open=${params.id}`) },
    page('/organization', () => import('./units/OrganizationPage')),
    page('/company', () => import('./company/CompanyPage')),
    page('/delegations', () => import('./delegations/DelegationsPage')),
    page('/accounts', () => import('./accounts/AccountsPage')),
    page('/calendar', () => import('./calendar/CalendarPage')),
    page('/my-documents', () => import('./documents/MyDocumentsPage')),
    page('/documents', () => import('./documents/DocumentsPage')),
    page('/documents/:id', () => import('./documents/DocumentPage')),
  ],
  menu: [
    {
      group: 'approvals',
      title: 'delegations',
      path: '/delegations',
      icon: SwapOutlined,
      aliases: ['dailiren', 'dlr', 'qingjia', 'deputy', 'leave'],
    },
    {
      group: 'team',
      title: 'people',
      path: '/people',
      icon: ContactsOutlined,
      permission: 'organization.people-read',
      aliases: ['renyuan', 'ry', 'yuangong', 'staff', 'employees'],
      go: 'e',
    },
    {
      group: 'settings',
      title: 'organization',
      path: '/organization',
      icon: ApartmentOutlined,
      permission: 'organization.units-read',
      aliases: ['zuzhi', 'jiagou', 'bumen', 'gangwei', 'units', 'positions'],
      go: 'u',
    },
    {
      group: 'settings',
      title: 'accounts',
      path: '/accounts',
      icon: UserSwitchOutlined,
      permission: 'platform.accounts-read',
      aliases: ['zhanghao', 'zh', 'users', 'logins'],
      go: 'a',
    },
    {
      group: 'settings',
      title: 'company',
      path: '/company',
      icon: BankOutlined,
      permission: 'organization.company-edit',
      aliases: ['gongsi', 'gs', 'shezhi'],
    },
    {
      group: 'team',
      title: 'workCalendar',
      path: '/calendar',
      icon: CalendarOutlined,
      aliases: ['rili', 'gongzuorili', 'jiari', 'tiaoxiu', 'holidays'],
    },
    {
      group: 'team',
      title: 'myDocuments',
      path: '/my-documents',
      icon: FileDoneOutlined,
      aliases: ['daiyue', 'yuedu', 'wenjian', 'acknowledge'],
    },
    {
      group: 'team',
      title: 'documents',
      path: '/documents',
      icon: ReadOutlined,
      aliases: ['zhidu', 'guizhang', 'zhiduku', 'zhize', 'policies', 'duties'],
    },
  ],
  create: [
    {
      title: 'person',
      to: '/people?edit=new',
      permission: 'organization.people-edit',
      aliases: ['xinzengrenyuan', 'renyuan', 'hire'],
    },
  ],
};
