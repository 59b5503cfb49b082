// Customer care: what a policy would ask for, a plan, a deed with its cost; and on the phone what is due today, done in two taps.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible, signIn, withBrowser, withPage } from './helpers.mjs';

withBrowser();

const password = 'yingpan-demo';

const callOf = (page) => async (method, path, data) => {
  const answer = await page.request.fetch(path, { method, data, headers: { Origin: new URL(page.url()).origin } });
  assert.ok(answer.ok(), `${method} ${path}: ${answer.status()} ${await answer.text()}`);
  return answer.status() === 204 ? null : answer.json();
};

test('A policy is looked at before it holds and planned by; a care is planned, done with its cost and seen in calendar, file and figures', () =>
  withPage({}, async (page) => {
    await signIn(page, { login: 'admin', password });
    await page.goto('/care-policy');
    await page.getByRole('button', { name: '预览工作量' }).click();
    await page.getByRole('region', { name: '预览工作量' }).getByText('首周到期').waitFor();
    await assertAccessible(page);
    await page.getByRole('button', { name: '编辑' }).first().click();
    const line = page.getByRole('dialog');
    await line.getByLabel('预算', { exact: true }).fill('300');
    await line.getByRole('button', { name: '确定' }).click();
    await page.getByRole('button', { name: '另存为新版本' }).click();
    await page.getByText('规则已保存').waitFor();
    await page.getByRole('button', { name: '立即排定' }).click();
    await page.getByText(/已排定：新增 \d+ 项/).waitFor();

    await page.context().clearCookies();
    await signIn(page, { login: 'rep1', password });
    const call = callOf(page);
    const customer = (await call('GET', '/api/customers?state=Active&size=1')).items[0];
    await page.goto(`/customers/${customer.id}`);
    await page.getByRole('button', { name: '安排客情' }).click();
    const form = page.getByRole('dialog').last();
    await form.getByLabel('事项').click();
    await page.locator('.ant-select-dropdown:visible').getByText('宴请', { exact: true }).click();
    await form.getByRole('button', { name: '保存' }).click();
    await page.getByText('已安排').waitFor();
    // What was spent on him before: the year of the demo company is not empty.
    const banquets = async () => {
      const year = new Date().getFullYear();
      const costs = await call('GET', `/api/care-costs?by=Customer&from=${year}-01-01&to=${year}-12-31`);
      return Number(costs.items.find((row) => row.key === customer.id)?.banquet ?? 0);
    };
    const before = await banquets();
    const item = (await call('GET', `/api/care-items?customer=${customer.id}&kind=banquet&state=Open`)).items[0];
    await page.goto(`/care?open=${item.id}`);
    const drawer = page.getByRole('dialog').first();
    await drawer.getByRole('button', { name: '完成' }).click();
    await form.getByLabel('宴请', { exact: true }).fill('888');
    await form.getByLabel('结果').fill('谈妥明年框架');
    await form.getByRole('button', { name: '完成' }).click();
    await drawer.getByText('888.00').first().waitFor();
    await page.goto(`/care-calendar?day=${item.dueOn}`);
    await page.getByRole('link', { name: customer.name }).first().waitFor();
    await assertAccessible(page);
    await page.goto('/care-figures?by=Customer');
    assert.equal(await banquets(), before + 888);
    await page
      .getByRole('row', { name: new RegExp(customer.name) })
      .getByText((before + 888).toLocaleString('en', { minimumFractionDigits: 2 }))
      .first()
      .waitFor();
    await assertAccessible(page);
    await page.goto(`/customers/${customer.id}`);
    await page.getByText('谈妥明年框架').first().waitFor();
  }));

test('On the phone a rep sees whom today and has done with him in two taps; his home says what is next', () =>
  withPage({ phone: true }, async (page) => {
    await signIn(page, { login: 'rep2', password });
    const call = callOf(page);
    const { company } = await call('GET', '/api/session');
    const customer = (await call('GET', '/api/customers?state=Active&size=1')).items[0];
    const item = await call('POST', `/api/customers/${customer.id}/care-items`, {
      kind: 'visit',
      dueOn: company.today,
    });
    await page.goto('/');
    await page.getByRole('list', { name: '下一步联系谁' }).getByRole('link').first().waitFor();
    await assertAccessible(page);
    await page.goto('/care');
    const today = page.getByRole('list', { name: '今天' });
    const done = today.getByRole('button', { name: `完成：${customer.name}` }).first();
    assert.ok((await done.boundingBox()).height >= 44, 'large enough for a thumb');
    await assertAccessible(page);
    await done.click();
    await page.getByRole('dialog').getByRole('button', { name: '完成', exact: true }).click();
    await page.getByText('已登记').waitFor();
    const state = (await call('GET', `/api/care-items?customer=${customer.id}&state=Done&sort=-on`)).items;
    assert.ok(state.some((one) => one.id === item.id || one.closedOn === company.today));
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    assert.equal(wider, false);
  }));
