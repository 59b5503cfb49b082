import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import type sharedText from './text/text.zh.json';

/** The menu follows the loop of selling; the order here is the order on screen. */
export const menuGroups = [
  'home',
  'goals',
  'customers',
  'pipeline',
  'activities',
  'orders',
  'channels',
  'pay',
  'appraisal',
  'team',
  'service',
  'approvals',
  'insight',
  'settings',
] as const;
export type MenuGroup = (typeof menuGroups)[number];

export interface MenuEntry {
  group: MenuGroup;
  /** A word of src/shared/text under `menu`, so that the whole menu is known before any module is loaded. */
  title: keyof typeof sharedText.menu;
  path: string;
  icon: ComponentType;
  /** The path of the entry this page is a tab of: the palette finds it, the menu shows only the other. */
  under?: string;
  /** Shown only to those who have it; absent: to everyone signed in. */
  permission?: string;
  /** Other words that find the page in the palette, in plain letters: pinyin, initials, English. */
  aliases?: string[];
  /** The letter after `g` that goes here. */
  go?: string;
  /** Place among the phone's tabs, 1 to 4; the fifth is always the person's own. */
  tab?: number;
}

/** Something new that can be made from anywhere: the palette offers it and goes to `to`. */
export interface CreateEntry {
  /** A word of src/shared/text under `create`. */
  title: keyof typeof sharedText.create;
  to: string;
  permission?: string;
  aliases?: string[];
}

/** What a module contributes, in its module.tsx. Keep it light: everything but icons is loaded when its route is. */
export interface AppModule {
  name: string;
  routes: RouteObject[];
  menu?: MenuEntry[];
  create?: CreateEntry[];
}

/** A route of a page that is loaded when it is opened: `page('/customers', () => import('./CustomersPage'))`. */
export const page = (path: string, load: () => Promise<{ default: ComponentType }>): RouteObject => ({
  path,
  lazy: async () => ({ Component: (await load()).default }),
});
