// How the house tells its people: the pages of mail, groups and deliveries, and one's own choice, in both themes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible, signIn, withBrowser, withPage } from './helpers.mjs';

withBrowser();

const password = 'yingpan-demo';

for (const [theme, rules] of [['light'], ['dark', ['color-contrast']]])
  test(`Channels, deliveries and attendance are accessible: ${theme}`, () =>
    withPage({ theme }, async (page) => {
      await signIn(page, { login: 'admin', password });
      for (const [path, heading] of [
        ['/channels', '群机器人'],
        ['/attendance?view=rules', '作息时间'],
        ['/attendance?view=corrections', '等我审核'],
      ]) {
        await page.goto(path);
        await page.getByRole('heading', { name: heading }).waitFor();
        await assertAccessible(page, rules);
      }
      for (const path of ['/deliveries', '/attendance', '/attendance?view=leave']) {
        await page.goto(path);
        await page.getByRole('table').getByRole('row').nth(1).waitFor();
        await assertAccessible(page, rules);
      }
    }));

test('Somebody chooses how to be told, and it stays', () =>
  withPage({ phone: true }, async (page) => {
    await signIn(page, { login: 'finance', password });
    await page.goto('/profile');
    const choice = page.getByLabel('抄送给我');
    await choice.selectOption('Off');
    const form = page.locator('form', { has: choice });
    await form.getByRole('button', { name: '保存' }).click();
    await page.getByText('已保存').first().waitFor();
    await page.reload();
    await choice.waitFor();
    assert.equal(await choice.inputValue(), 'Off');
    assert.ok(
      await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
      'nothing is wider than the phone',
    );
    await assertAccessible(page);
    await choice.selectOption('');
    await form.getByRole('button', { name: '保存' }).click();
    await page.getByText('已保存').first().waitFor();
  }));

test('A robot is tried from the page, and what the house may not call is said', () =>
  withPage({}, async (page) => {
    await signIn(page, { login: 'admin', password });
    await page.goto('/channels');
    await page.getByRole('button', { name: '添加机器人' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('名称').fill(`群 ${Date.now()}`);
    await form.getByLabel('Webhook 地址').fill('https://169.254.169.254/latest');
    const kinds = form.getByRole('combobox', { name: '发送哪些通知' });
    await kinds.focus();
    await kinds.press('ArrowDown');
    await page.locator('.ant-select-dropdown .ant-select-item-option-active').waitFor();
    await kinds.press('Enter');
    await kinds.press('Escape');
    await form.getByRole('button', { name: '保存' }).click();
    await form.getByText('只能是该平台的 https 机器人地址').waitFor();
  }));
