// A rep checks in on the phone and sees his month; a notification arrives in an open window without reload; the superior decides.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible, signIn, withBrowser, withPage } from './helpers.mjs';

withBrowser();

const password = 'yingpan-demo';

test('A rep checks in on the phone and sees his month', () =>
  withPage({ phone: true }, async (page) => {
    await signIn(page, { login: 'rep2', password });
    await page.goto('/my-attendance');
    const press = page.getByRole('button', { name: /上班打卡|下班打卡/ });
    await press.waitFor();
    await page.getByLabel('地点（可不填）').fill('客户现场');
    await press.click();
    await page.getByText(/已打卡 \d\d:\d\d|刚打过卡/).waitFor();
    const days = page.getByRole('list', { name: '每天' }).getByRole('listitem');
    assert.ok((await days.count()) >= 28, 'every day of the month is there');
    await page.getByRole('button', { name: '上个月' }).click();
    await page.waitForURL((url) => url.searchParams.has('month'));
    await page.getByText('正常').first().waitFor();
    await assertAccessible(page);
  }));

test('A rep asks for leave on the phone, sees who has it, and takes it back', () =>
  withPage({ phone: true }, async (page) => {
    await signIn(page, { login: 'rep2', password });
    await page.goto('/my-attendance');
    await page.getByRole('button', { name: '申请请假' }).click();
    // Longer than any holiday, and so far ahead that nobody has leave.
    const [first, last] = [28, 40].map((ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10));
    const reason = `办理证件 ${Date.now()}`;
    await page.getByLabel('类型').selectOption({ index: 1 });
    await page.getByLabel('开始').fill(first);
    await page.getByLabel('结束').fill(last);
    await page.getByLabel('原因').fill(reason);
    await assertAccessible(page);
    await page.getByRole('button', { name: '提交' }).click();
    const row = page.getByRole('listitem').filter({ hasText: reason });
    await row.getByText('审批中').waitFor();
    await row.getByRole('button', { name: '撤回' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click();
    await row.getByText('已撤回').waitFor();
  }));

test('A correction arrives at the superior while he looks, and he grants it', () =>
  withPage({}, async (page) => {
    await signIn(page, { login: 'director', password });
    await page.goto('/attendance?view=corrections');
    const unread = () => page.evaluate(async () => (await (await fetch('/api/notifications?size=1')).json()).unread);
    const before = await unread();
    await page
      .getByRole('button', { name: new RegExp(`${before}`) })
      .first()
      .waitFor();
    const reason = `早班支援 ${Date.now()}`;
    await asks(page, reason);
    // Nothing is loaded anew: the open window hears of it, and its bell counts up.
    await page
      .getByRole('button', { name: new RegExp(`${before + 1}`) })
      .first()
      .waitFor();
    await page.reload();
    const row = page.getByRole('listitem').filter({ hasText: reason }).first();
    await row.getByRole('button', { name: '通过', exact: true }).click();
    await page.getByRole('listitem').filter({ hasText: reason }).getByText('已通过').waitFor();
    // Under the mouse a button has another colour, on its way to it many.
    await page.mouse.move(700, 890);
    await assertAccessible(page);
  }));

/** The assistant, in a browser of his own, asks for a correction of today; one from an earlier run is taken back first. */
async function asks(page, reason) {
  const origin = new URL(page.url()).origin;
  const own = await page.context().browser().newContext({ baseURL: origin });
  try {
    const headers = { Origin: origin };
    await own.request.post('/api/session', { data: { login: 'assistant', password }, headers });
    const { items } = await (await own.request.get('/api/attendance-corrections?box=Mine&state=Open')).json();
    for (const { id } of items) await own.request.post(`/api/attendance-corrections/${id}/withdraw`, { headers });
    const { day } = await (await own.request.get('/api/attendance/today')).json();
    const data = { day, cameAt: '00:01', reason };
    const answer = await own.request.post('/api/attendance-corrections', { data, headers });
    assert.equal(answer.status(), 201);
  } finally {
    await own.close();
  }
}
