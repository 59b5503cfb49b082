import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newRoot, signIn, withBrowser, withPage } from './helpers.mjs';

withBrowser();

const patience = { timeout: 120_000 };

test('An admin imports a table with a broken line, sees where, imports the rest and undoes it', () =>
  withPage({}, async (page) => {
    const [first, second, third] = [newRoot(), newRoot(), newRoot()];
    // Of a customer who buys the demo company wants to know where he came from.
    const table = [
      '客户名称,状态,城市,客户来源',
      `${first}有限公司,潜在,杭州,`,
      `${second}有限公司,不知道,宁波,`,
      `${third}有限公司,成交,绍兴,referral`,
    ].join('\n');
    await signIn(page, { login: 'admin', password: 'yingpan-demo' });
    await page.goto('/imports/new?kind=customers');
    await page.getByRole('button', { name: '下载 CSV 模板' }).waitFor();
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'customers.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });

    await page.getByRole('button', { name: '检查文件' }).click(patience);
    const faults = page.getByRole('table', { name: '错误清单' });
    const fault = faults.getByRole('row').filter({ hasText: '不知道' });
    await fault.waitFor(patience);
    const cells = await fault.getByRole('cell').allTextContents();
    assert.equal(cells[0], '3', 'the line of the file');
    assert.equal(cells[1], '状态', 'its column');

    await page.getByRole('button', { name: '导入 2 行' }).click(patience);
    await page.getByRole('button', { name: '查看数据' }).waitFor(patience);
    await page.goto(`/customers?q=${third}`);
    await page.getByRole('link', { name: `${third}有限公司` }).waitFor();
    await page.goto(`/customers?q=${second}`);
    await page.getByText('没有符合条件的记录。').waitFor();

    // Left and come back to.
    await page.goto('/imports');
    await page.getByRole('link', { name: 'customers.csv' }).first().click();
    await page.getByRole('button', { name: '撤销导入' }).click(patience);
    await page.getByRole('dialog').getByRole('button', { name: '撤销导入' }).click();
    await page.getByText('已撤销').waitFor(patience);
    await page.goto(`/customers?q=${third}`);
    await page.getByText('没有符合条件的记录。').waitFor();
  }));
