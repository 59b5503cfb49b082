import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible, signIn, withBrowser, withPage } from './helpers.mjs';

withBrowser();

const password = 'yingpan-demo';

test('The list of customers turns into cards and back, narrowed as it was, and its address says which', () =>
  withPage({}, async (page) => {
    await signIn(page, { login: 'manager', password });
    await page.goto('/customers?state=Active');
    await page.getByRole('table').waitFor();
    await page.getByRole('button', { name: '卡片', exact: true }).click();
    await page.waitForURL(/state=Active.*show=cards/);
    const card = page.getByRole('listitem').filter({ hasText: '近 12 个月' }).first();
    await card.getByText('上次联系').waitFor();
    await assertAccessible(page);
    // Cards have no heads to sort by.
    await page.getByRole('combobox', { name: '排序' }).click();
    await page.locator('.ant-select-dropdown:visible').getByText('编号 ↑', { exact: true }).click();
    await page.waitForURL(/sort=number/);
    await page.reload();
    await card.getByRole('link').first().click();
    await page.getByRole('dialog').getByText('打开客户档案').waitFor();
    await page.goto('/customers?state=Active&show=cards');
    await page.getByRole('button', { name: '表格', exact: true }).click();
    await page.getByRole('table').waitFor();
    assert.equal(new URL(page.url()).search, '?state=Active');
  }));

test('What is earned is told to whom it may be: the few by margin, the policy they are counted by, and a customer', () =>
  withPage({}, async (page) => {
    await signIn(page, { login: 'gm', password });
    await page.goto('/key-accounts');
    await page.getByRole('combobox', { name: '依据' }).click();
    await page.locator('.ant-select-dropdown:visible').getByText('按毛利', { exact: true }).click();
    await page.getByText(/成本未知、不计毛利的销售/).waitFor();
    await page.goto('/key-account-policy');
    await page.getByText('合计贡献达到').first().waitFor();
    await assertAccessible(page);
    await page.goto('/products');
    await page.getByRole('columnheader', { name: '成本价' }).waitFor();
  }));

test('A rep sees no cost, no margin and no such way of counting', () =>
  withPage({ phone: true }, async (page) => {
    await signIn(page, { login: 'rep1', password });
    await page.goto('/customers');
    // A phone has cards from the start.
    await page.getByText('近 12 个月').first().waitFor();
    await page.getByRole('button', { name: '筛选' }).click();
    await page.getByRole('combobox', { name: '排序' }).selectOption({ label: '编号 ↓' });
    await page.waitForURL(/sort=-number/);
    await page.goto('/products');
    await page.getByText('电话销售实战班').first().waitFor();
    assert.equal(await page.getByText('成本价').count(), 0);
    await page.goto('/key-accounts');
    const ways = page.getByRole('combobox', { name: '依据' }).locator('option');
    await ways.filter({ hasText: '按回款' }).waitFor({ state: 'attached' });
    assert.deepEqual((await ways.allTextContents()).filter(Boolean), ['按销售额', '按回款']);
  }));
