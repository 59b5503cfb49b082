// A notice from draft to its last confirmation, read on a phone; and what a meeting decides, found as a task by who has to do it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible, pickRecord, signIn, withBrowser, withPage } from './helpers.mjs';

withBrowser();

const password = 'yingpan-demo';
const stamp = Date.now();
const title = `周五提前下班 ${stamp}`;
const meeting = `专题会 ${stamp}`;
const decision = `整理报价 ${stamp}`;
let repName = '';

/** One of several people, found by name; his unit stands beside him. */
async function pickPerson(page, box, name) {
  await box.click();
  await box.fill(name);
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: name }).first().click();
}

test('The manager writes a notice, reads it once more, and publishes it', () =>
  withPage({}, async (page) => {
    const people = await (async () => {
      await signIn(page, { login: 'rep1', password });
      return (await page.request.get('/api/session')).json();
    })();
    repName = people.person.name;
    await signIn(page, { login: 'manager', password });
    await page.goto('/notices?box=Written&edit=new');
    const form = page.getByRole('dialog');
    await form.getByLabel('标题').fill(title);
    await form.getByLabel('正文').fill('本周五提前一小时下班,周一补上。');
    await pickPerson(page, form.getByRole('combobox', { name: '人员' }), repName);
    await form.getByLabel('正文').click();
    await form.getByText('将发给 1 人').waitFor();
    await form.getByLabel('要求收件人确认').check();
    await form.getByRole('button', { name: '保存草稿' }).click();
    await page.waitForURL((url) => url.searchParams.has('open'));
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('button', { name: '发布', exact: true }).click();
    await drawer.getByText('已发布').first().waitFor();
    await drawer.getByText('未确认').first().waitFor();
    // Off the button that took the place of the one that was pressed: what is pointed at is lighter.
    await page.mouse.move(600, 500);
    await assertAccessible(page);
  }));

test('The rep finds it on the phone and confirms it with a thumb', () =>
  withPage({ phone: true }, async (page) => {
    await signIn(page, { login: 'rep1', password });
    await page.goto('/notices');
    await page.getByRole('link', { name: title }).click();
    const confirm = page.getByRole('dialog').getByRole('button', { name: '我已阅读并确认' });
    await confirm.waitFor();
    const box = await confirm.boundingBox();
    assert.ok(box && box.height >= 40 && box.y > 600, 'in reach of a thumb');
    await confirm.click();
    await confirm.waitFor({ state: 'detached' });
    await assertAccessible(page);
  }));

test('The author sees who has confirmed it', () =>
  withPage({}, async (page) => {
    await signIn(page, { login: 'manager', password });
    await page.goto('/notices?box=Written');
    await page.getByRole('link', { name: title }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('button', { name: /已确认/ }).click();
    await drawer.getByText(repName).first().waitFor();
    assert.equal(await drawer.getByRole('button', { name: '提醒未完成的人' }).count(), 0, 'nobody is left to remind');
  }));

test('A meeting is called, and what it decides is a task of who has to do it', () =>
  withPage({}, async (page) => {
    await signIn(page, { login: 'manager', password });
    await page.goto('/meetings?edit=new');
    const form = page.getByRole('dialog');
    await form.getByLabel('会议', { exact: true }).fill(meeting);
    await pickPerson(page, form.getByRole('combobox', { name: '人员' }), repName);
    await form.getByLabel('地点').fill('小会议室');
    await form.getByRole('button', { name: /保存$/ }).click();
    await page.waitForURL((url) => url.searchParams.has('open'));
    const drawer = page.getByRole('dialog').first();
    await drawer.getByRole('button', { name: '形成决议' }).click();
    const deciding = page.getByRole('dialog').last();
    await deciding.getByLabel('决议内容').fill(decision);
    await pickRecord(page, deciding.getByRole('combobox', { name: '负责人' }), repName);
    await deciding.getByRole('button', { name: /保存$/ }).click();
    await drawer.getByRole('link', { name: decision }).waitFor();
    await assertAccessible(page);
  }));

test('The rep finishes it, and the meeting says so', () =>
  withPage({ phone: true }, async (page) => {
    await signIn(page, { login: 'rep1', password });
    await page.goto('/tasks');
    await page.getByRole('link', { name: decision }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('link', { name: meeting }).waitFor();
    await drawer.getByLabel('内容').fill('已整理');
    await drawer.getByRole('button', { name: '完成', exact: true }).click();
    await drawer.getByText('已完成').first().waitFor();
    await drawer.getByRole('link', { name: meeting }).click();
    await page.getByRole('dialog').getByText('已完成').first().waitFor();
  }));
