import { test } from 'node:test';
import { assertAccessible, signIn, withBrowser, withPage } from './helpers.mjs';

withBrowser();

// What says that a page is complete; open=first opens the first record of the list over it.
const pages = [
  ['/', /^谁落后于时间进度$/],
  ['/board?by=Person', /^销售员$/],
  ['/orders', /^订单$/, true],
  ['/goals', /^目标$/, true],
  ['/people', /^人员$/, true],
];

// The second theme differs from the first in its colours only.
for (const [theme, rules] of [['light'], ['dark', ['color-contrast']]])
  test(`Home, board, orders, goals, people, imports and a form are accessible: ${theme}`, () =>
    withPage({ theme }, async (page) => {
      await signIn(page, { login: 'admin', password: 'yingpan-demo' });
      for (const [path, table, opens] of pages) {
        await page.goto(path);
        const row = page.getByRole('table', { name: table }).getByRole('row').nth(1);
        await row.waitFor();
        await assertAccessible(page, rules);
        if (!opens) continue;
        await row.getByRole('link').first().click();
        await page.getByRole('dialog').locator('dl').first().waitFor();
        await assertAccessible(page, rules);
      }
      await page.goto('/imports/new?kind=customers');
      await page.getByRole('button', { name: '下载 CSV 模板' }).waitFor();
      await assertAccessible(page, rules);
      await page.goto('/orders?edit=new');
      await page.getByRole('dialog').getByRole('combobox', { name: '客户' }).waitFor();
      await assertAccessible(page, rules);
    }));
