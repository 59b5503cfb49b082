import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible, signIn, withBrowser, withPage } from './helpers.mjs';

withBrowser();

const password = 'yingpan-demo';

test('A rep adds a customer on the phone and finds it by search', () =>
  withPage({ phone: true }, async (page) => {
    const name = `测试客户${Date.now()}有限公司`;
    await signIn(page, { login: 'rep1', password });
    await page.goto('/customers');
    await page.getByRole('button', { name: '新建客户' }).click();
    const form = page.getByRole('dialog', { name: '新建客户' });
    await form.getByLabel('客户名称').fill(name);
    await form.getByLabel('城市').fill('杭州');
    await form.getByRole('button', { name: '保存' }).click();

    // What was made is opened; closing it leaves the list.
    const made = page.getByRole('dialog', { name });
    await made.getByText('杭州').waitFor();
    await form.waitFor({ state: 'detached' });
    await made.getByRole('button', { name: '关闭' }).click();
    await page.getByPlaceholder('客户名称或编号').fill(name);
    await page.getByRole('link', { name }).waitFor();
    await page.waitForURL((url) => url.searchParams.get('q') === name);
    assert.equal(await page.getByRole('listitem').filter({ hasText: name }).count(), 1);
  }));

test('The customers are accessible', () =>
  withPage({}, async (page) => {
    await signIn(page, { login: 'manager', password });
    await page.goto('/customers');
    await page.getByRole('link', { name: /公司/ }).first().waitFor();
    await assertAccessible(page);
  }));
