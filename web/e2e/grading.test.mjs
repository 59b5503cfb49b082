import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible, newRoot, signIn, withBrowser, withPage } from './helpers.mjs';

withBrowser();

const password = 'yingpan-demo';

const callOf = (page) => async (method, path, data) => {
  const answer = await page.request.fetch(path, {
    method,
    data,
    headers: { Origin: new URL(page.url()).origin },
  });
  assert.ok(answer.ok(), `${method} ${path}: ${answer.status()} ${await answer.text()}`);
  return answer.status() === 204 ? null : answer.json();
};

test('Weights are changed, looked at before they hold, graded by, and the why of a grade is seen', () =>
  withPage({}, async (page) => {
    await signIn(page, { login: 'admin', password });
    await page.goto('/grading-policy');
    const weight = page.getByLabel('权重', { exact: true }).first();
    await weight.fill('70');
    await page.getByRole('button', { name: '预览：谁会变动' }).click();
    await page.getByText(/个客户中 \d+ 个会变动/).waitFor();
    await assertAccessible(page);
    await page.getByRole('button', { name: '另存为新版本' }).click();
    await page.getByText('规则已保存').waitFor();
    await page.getByRole('button', { name: '立即分级' }).click();
    await page.getByText(/已对 \d+ 个客户分级/).waitFor();

    const call = callOf(page);
    const customer = (await call('GET', '/api/customers?grade=A&size=1')).items[0];
    await page.goto(`/customers?open=${customer.id}`);
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('button', { name: /^价值/ }).click();
    await drawer.getByText('年销售额').waitFor();
    assert.match(await drawer.getByRole('row', { name: /年销售额/ }).innerText(), /70/);
    await page.goto('/customer-segments');
    await page.getByRole('link', { name: '核心客户' }).click();
    await page.waitForURL(/segment=Champions/);
  }));

test('A sign is reported, followed up, explained and acted on by the rep on his phone; who buys again is won back', () =>
  withPage({ phone: true }, async (page) => {
    await signIn(page, { login: 'rep1', password });
    const call = callOf(page);
    const me = (await call('GET', '/api/session')).person;
    const made = await call('POST', '/api/customers', {
      name: `预警${newRoot()}有限公司`,
      state: 'Active',
      ownerId: me.id,
      custom: { source: 'web' },
    });
    const warning = await call('POST', `/api/customers/${made.id}/warnings`, {
      signal: 'competitor',
      text: '在谈别家',
    });
    await page.goto(`/customer-warnings?open=${warning.id}`);
    const drawer = page.getByRole('dialog').first();
    const form = page.getByRole('dialog').last();
    const deed = async (button, fill) => {
      await drawer.getByRole('button', { name: button, exact: true }).click();
      await fill();
      await form.getByRole('button', { name: '保存' }).click();
      await page.getByText('已保存').first().waitFor();
      await form.getByRole('button', { name: '保存' }).waitFor({ state: 'detached' });
    };
    await deed('跟进', () => form.getByLabel('说明').fill('上门拜访'));
    await deed('写明原因', () => form.getByLabel('原因').selectOption({ label: '价格原因' }));
    await deed('挽回措施', async () => {
      await form.getByLabel('措施').selectOption({ label: '优惠政策' });
      await form.getByLabel('费用').fill('300');
    });
    await drawer.getByText('措施：优惠政策').waitFor();
    await assertAccessible(page);

    // One of the company's own warnings whose customer has ordered since.
    await page.context().clearCookies();
    await signIn(page, { login: 'director', password });
    const resumed = (await call('GET', '/api/customer-warnings?resumed=true&size=1')).items[0];
    assert.ok(resumed, 'the demo has a customer who buys again');
    await page.goto(`/customer-warnings?open=${resumed.id}`);
    await drawer.getByText(/已恢复下单，可以记为已挽回/).waitFor();
    await deed('写明原因', () => form.getByLabel('原因').selectOption({ label: '服务原因' }));
    await deed('结案', () => form.getByLabel('结果').selectOption({ label: '已挽回' }));
    await drawer.getByText('结案：已挽回').waitFor();
    await page.goto('/warning-board');
    await page.getByText('挽回漏斗').waitFor();
    await assertAccessible(page);
  }));
