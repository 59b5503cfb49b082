// A proposal on a process from form to answer: the supervisor proposes, the process's owner accepts on the phone, the proposer reads why.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible, signIn, withBrowser, withPage } from './helpers.mjs';

withBrowser();

const password = 'yingpan-demo';
const change = `样品费由主管一人批 ${Date.now()}`;

test('Somebody proposes a change of a process', () =>
  withPage({}, async (page) => {
    await signIn(page, { login: 'assistant', password });
    await page.goto('/process-proposals?edit=new');
    const form = page.getByRole('dialog');
    const process = form.getByRole('combobox', { name: '流程' });
    await process.focus();
    await process.press('ArrowDown');
    await page.locator('.ant-select-dropdown .ant-select-item-option-active').waitFor();
    await process.press('Enter');
    await form.getByLabel('现在有什么问题').fill('小额费用等得太久');
    await form.getByLabel('改成什么样').fill(change);
    await form.getByRole('button', { name: '保存' }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByText(change).first().waitFor();
    await assertAccessible(page);
  }));

test('Its owner accepts it on the phone, and the proposer is told', () =>
  withPage({ phone: true }, async (page) => {
    await signIn(page, { login: 'director', password });
    await page.goto('/process-proposals');
    await page.getByRole('link', { name: change }).click();
    await page.getByRole('dialog').getByRole('button', { name: '采纳', exact: true }).click();
    const deciding = page.getByRole('dialog', { name: '采纳', exact: true });
    await deciding.getByLabel('答复').fill('下一版改');
    await deciding.getByRole('button', { name: '采纳', exact: true }).click();
    await deciding.waitFor({ state: 'detached' });
    await page.getByText('已采纳').first().waitFor();
    await page.context().clearCookies();
    await signIn(page, { login: 'assistant', password });
    const told = await (
      await page.request.get('/api/notifications?unread=true&size=50', { headers: { 'Accept-Language': 'zh' } })
    ).json();
    assert.ok(told.items.some(({ text }) => text.includes('已采纳：下一版改')));
  }));
