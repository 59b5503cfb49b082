import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible, signIn, withBrowser, withPage } from './helpers.mjs';

withBrowser();

const demo = (login) => ({ login, password: 'yingpan-demo' });

test('HR writes a rule, those who decide agree, a rep acknowledges it on his phone, and HR sees who has not', async () => {
  const title = `走查制度${Date.now()}`;
  await withPage({}, async (page) => {
    await signIn(page, demo('hr'));
    await page.goto('/documents');
    await page.getByRole('button', { name: '编制文件' }).click();
    const form = page.getByRole('dialog', { name: '编制文件' });
    await form.getByLabel('标题').fill(title);
    await form.getByLabel('正文').fill('第一条 每天记录拜访。');
    await form.getByRole('button', { name: '保存' }).click();
    await page.waitForURL(/\/documents\/[0-9a-f-]{36}/);
    await page.getByRole('button', { name: '送审', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: '送审' }).click();
    await page.getByText('新版审批中').waitFor();
    await assertAccessible(page);
  });
  // The director checks it, the general manager approves it: then it holds.
  for (const login of ['director', 'gm'])
    await withPage({ phone: true }, async (page) => {
      await signIn(page, demo(login));
      await page.goto('/approvals?kind=organization.document');
      await page.getByRole('link', { name: title }).click();
      const drawer = page.getByRole('dialog');
      await drawer.getByRole('button', { name: '同意' }).click();
      await drawer.getByRole('button', { name: '同意' }).waitFor({ state: 'detached' });
    });
  await withPage({ phone: true }, async (page) => {
    await signIn(page, demo('rep1'));
    await page.goto('/my-documents');
    const row = page.getByRole('listitem').filter({ hasText: title });
    await row.getByRole('link', { name: title }).click();
    await page.getByRole('button', { name: '我已阅读并确认' }).click();
    await page.getByRole('button', { name: '我已阅读并确认' }).waitFor({ state: 'detached' });
    await page.goto('/my-documents');
    await row.waitFor();
    assert.equal(await row.getByRole('button', { name: '已阅' }).count(), 0);
    await assertAccessible(page);
  });
  await withPage({}, async (page) => {
    await signIn(page, demo('hr'));
    await page.goto(`/documents?q=${encodeURIComponent(title)}`);
    await page.getByRole('link', { name: title }).click();
    await page.getByRole('button', { name: /^1 \/ \d+ 人已确认/ }).click();
    await page.getByRole('dialog', { name: '阅读情况' }).getByText('未读').nth(1).waitFor();
  });
});

test('the year shows what is off and what is worked, and HR adds a day off', () =>
  withPage({}, async (page) => {
    await signIn(page, demo('hr'));
    await page.goto('/calendar?year=2026');
    const october = page.getByRole('region', { name: '十月' });
    await october.getByRole('button', { name: /^10/ }).first().waitFor();
    assert.match(await october.innerText(), /18 天/);
    await october.getByTitle('2026-10-26').click();
    const form = page.getByRole('dialog', { name: '新增日期' });
    await form.getByLabel('名称', { exact: true }).fill('盘点日');
    await form.getByRole('button', { name: '保存' }).click();
    await form.waitFor({ state: 'detached' });
    await october.getByText('17 天').waitFor();
    await page.getByRole('button', { name: '盘点日' }).click();
    await page.getByRole('dialog', { name: '修改 盘点日' }).getByRole('button', { name: '删除' }).click();
    await page
      .getByRole('dialog', { name: /删除“盘点日”/ })
      .getByRole('button', { name: '删除' })
      .click();
    await october.getByText('18 天').waitFor();
    await assertAccessible(page);
  }));

test('a phone number is masked until it is asked for', () =>
  withPage({}, async (page) => {
    await signIn(page, demo('manager'));
    await page.goto('/people?stage=Maturity');
    await page.getByRole('row').nth(1).getByRole('link').click();
    const person = page.getByRole('dialog');
    await person.getByText(/^100\*{4}\d{4}$/).waitFor();
    await person
      .getByText(/^100\*{4}\d{4}$/)
      .locator('..')
      .getByRole('button', { name: /显示完整内容/ })
      .click();
    await person.getByRole('link', { name: /^100\d{8}$/ }).waitFor();
    assert.equal(await person.getByText('敏感信息').count(), 0, 'a manager sees no private data of others');
  }));
