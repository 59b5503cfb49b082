// What every list and the whole shell can do, shown on the lists of customers and orders.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { signIn, withBrowser, withPage } from './helpers.mjs';

withBrowser();

const password = 'yingpan-demo';

test('A manager narrows a list, takes a column out, keeps it as a view, comes back to it and exports it', () =>
  withPage({}, async (page) => {
    const view = `视图${Date.now()}`;
    await signIn(page, { login: 'manager', password });
    await page.goto('/customers');
    const table = page.getByRole('table', { name: '客户' });
    await table.getByRole('columnheader', { name: '行业' }).waitFor();
    await page.getByRole('button', { name: '列与密度' }).click();
    await page.getByRole('region', { name: '列与密度' }).getByRole('checkbox', { name: '行业' }).uncheck();
    await page.keyboard.press('Escape');
    await table.getByRole('columnheader', { name: '行业' }).waitFor({ state: 'detached' });
    await page.getByRole('combobox', { name: '状态' }).click();
    await page.getByTitle('流失', { exact: true }).click();
    await page.waitForURL((url) => url.searchParams.get('state') === 'Lost');

    await page.getByRole('button', { name: '视图' }).click();
    const views = page.getByRole('region', { name: '视图' });
    await views.getByLabel('把当前条件存为视图…').fill(view);
    await views.getByRole('button', { name: '保存视图' }).click();
    await views.getByRole('button', { name: view, exact: true }).waitFor();

    // Another day: the list as by default, then the view.
    await page.goto('/customers');
    await page.getByRole('button', { name: '视图' }).click();
    await views.getByRole('button', { name: view, exact: true }).click();
    await page.waitForURL((url) => url.searchParams.get('state') === 'Lost' && url.searchParams.has('columns'));
    const { total } = await (await page.request.get('/api/customers?state=Lost&size=1')).json();
    await page.getByText(`共 ${total} 条`, { exact: true }).waitFor();

    await page.getByRole('button', { name: '导出' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'CSV (.csv)' }).click(),
    ]);
    const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
    assert.match(lines[0], /客户名称/);
    assert.doesNotMatch(lines[0], /行业/);
    assert.equal(lines.length - 1, total, 'all that match, not only the page');

    await page.getByRole('button', { name: '视图' }).click();
    await views.getByRole('button', { name: `删除视图 ${view}` }).click();
    await views.getByRole('button', { name: view, exact: true }).waitFor({ state: 'detached' });
  }));

test('The palette finds pages by initials and records by name, and a list is worked by keys alone', () =>
  withPage({}, async (page) => {
    await signIn(page, { login: 'manager', password });
    await page.getByRole('heading', { name: '团队进度' }).waitFor();
    const palette = page.getByRole('combobox', { name: '搜索或跳转' });
    await page.keyboard.press('Control+k');
    await palette.fill('kh');
    await page.getByRole('option', { name: '客户' }).first().waitFor();
    await palette.press('Enter');
    await page.waitForURL((url) => url.pathname === '/customers');

    const name = await page.getByRole('table', { name: '客户' }).getByRole('link').first().textContent();
    await page.keyboard.press('g');
    await page.keyboard.press('o');
    await page.waitForURL((url) => url.pathname === '/orders');
    await page.getByRole('table', { name: '订单' }).getByRole('link').first().waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('O-0');
    await page.waitForURL((url) => url.searchParams.get('q') === 'O-0');
    await page.keyboard.press('Escape');

    await page.keyboard.press('Control+k');
    await palette.fill(name);
    await page.getByRole('option', { name }).first().waitFor();
    await palette.press('Enter');
    await page.getByRole('heading', { name, level: 1 }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('c');

    await page.getByRole('table', { name: '客户' }).getByRole('link').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('c');
    await page.getByRole('dialog', { name: '新建客户' }).waitFor();
  }));
