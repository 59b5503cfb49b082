import { describe, expect, test } from 'vitest';
import type { Session } from '@/shared/api/session';
import type { MenuEntry } from '@/shared/module';
import { entryAt, menuFor } from './menu';
import { type Candidate, matching } from './palette/match';

const entry = (path: string, more: Partial<MenuEntry> = {}): MenuEntry => ({
  group: 'customers',
  title: 'home',
  path,
  icon: () => null,
  ...more,
});
const session = { permissions: { 'customers.view': 'own' } } as unknown as Session;

describe('the menu', () => {
  test('shows only what the session permits, in the order of the loop', () => {
    const all = [
      entry('/settings', { group: 'settings' }),
      entry('/customers', { permission: 'customers.view' }),
      entry('/pay', { group: 'pay', permission: 'pay.view' }),
    ];
    const menu = menuFor(session, all, []);
    expect(menu.groups.map((g) => g.name)).toEqual(['customers', 'settings']);
    expect(menu.entries.map((e) => e.path)).toEqual(['/customers', '/settings']);
  });

  test('a page that is a tab of another is found, and stands in the menu only without the other', () => {
    const tab = entry('/b', { under: '/a' });
    const both = menuFor(session, [entry('/a'), tab], []);
    expect(both.groups.flatMap((g) => g.entries).map((e) => e.path)).toEqual(['/a']);
    expect(both.entries.map((e) => e.path)).toEqual(['/a', '/b']);
    const alone = menuFor(session, [entry('/a', { permission: 'pay.view' }), tab], []);
    expect(alone.groups.flatMap((g) => g.entries)).toEqual([tab]);
  });

  test('the tabs of the phone keep their own order', () => {
    const menu = menuFor(
      session,
      [entry('/b', { tab: 2 }), entry('/a', { tab: 1, group: 'settings' }), entry('/c')],
      [],
    );
    expect(menu.tabs.map((e) => e.path)).toEqual(['/a', '/b']);
  });

  test('a page belongs to the most specific entry above it', () => {
    const list = [entry('/'), entry('/customers'), entry('/customers/pool')];
    expect(entryAt(list, '/customers/42')?.path).toBe('/customers');
    expect(entryAt(list, '/customers/pool')?.path).toBe('/customers/pool');
    expect(entryAt(list, '/customers-old')).toBeUndefined();
    expect(entryAt(list, '/')?.path).toBe('/');
  });
});

test('the palette finds by title first and by alias last', () => {
  const candidate = (title: string, ...words: string[]): Candidate => ({ id: title, title, words, run: () => {} });
  const all = [candidate('订单', 'dingdan'), candidate('客户', 'kehu'), candidate('新建客户', 'xinjian')];
  expect(matching(all, '客户').map((c) => c.title)).toEqual(['客户', '新建客户']);
  expect(matching(all, 'DING').map((c) => c.title)).toEqual(['订单']);
  expect(matching(all, '')).toHaveLength(3);
  expect(matching(all, 'zzz')).toEqual([]);
});
