// A request from form to decision: the assistant sends it in, the director approves it with a thumb, the assistant is told.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible, signIn, withBrowser, withPage } from './helpers.mjs';

withBrowser();

const password = 'yingpan-demo';
const title = `样品寄送 ${Date.now()}`;

test('A request is sent in, and its way is shown before it is', () =>
  withPage({}, async (page) => {
    await signIn(page, { login: 'assistant', password });
    await page.goto('/approvals?box=Mine&edit=new');
    const form = page.getByRole('dialog');
    // Leave is the first of the matters; chosen by keys, as the list may still be moving.
    const matter = form.getByRole('combobox', { name: '事项' });
    await matter.focus();
    await matter.press('ArrowDown');
    await page.locator('.ant-select-dropdown .ant-select-item-option-active').waitFor();
    await matter.press('Enter');
    await form.getByLabel('标题').fill(title);
    await form.getByText('直接上级').waitFor();
    await form.getByRole('button', { name: '提交', exact: true }).click();
    await page.waitForURL((url) => url.searchParams.has('open'));
    const drawer = page.getByRole('dialog');
    await drawer.getByText('审批中').first().waitFor();
    assert.ok(await drawer.getByText('已等').isVisible(), 'with whom, and for how long');
    await assertAccessible(page);
  }));

test('The director approves it on the phone', () =>
  withPage({ phone: true }, async (page) => {
    await signIn(page, { login: 'director', password });
    await page.goto('/approvals');
    await page.getByRole('link', { name: title }).click();
    const drawer = page.getByRole('dialog');
    const approve = drawer.getByRole('button', { name: '同意' });
    await approve.waitFor();
    const box = await approve.boundingBox();
    assert.ok(box && box.height >= 40 && box.y > 600, 'in reach of a thumb');
    await drawer.getByLabel('意见').fill('好');
    await approve.click();
    await drawer.getByText('已通过').first().waitFor();
  }));

test('The applicant is told, and sees who decided', () =>
  withPage({}, async (page) => {
    await signIn(page, { login: 'assistant', password });
    const told = await (
      await page.request.get('/api/notifications?unread=true', { headers: { 'Accept-Language': 'zh' } })
    ).json();
    assert.ok(told.items.some(({ text }) => text === `您的“${title}”已通过`));
    await page.goto('/approvals?box=Mine');
    await page.getByRole('link', { name: title }).click();
    await page.getByRole('dialog').getByText('好', { exact: true }).waitFor();
  }));
