// Goal, order, receipt: what the board tells, and what moves it. Needs the demo company; adds an order and a receipt to it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signIn, withBrowser, withPage } from './helpers.mjs';

withBrowser();

const password = 'yingpan-demo';
const cents = (text) => BigInt(text.trim().replaceAll(',', '').replace('.', ''));

/** What the foot of the board says is sold. */
async function soldOnBoard(page) {
  await page.goto('/board');
  const foot = page.getByRole('table', { name: '部门' }).getByRole('row').last();
  return cents(await foot.getByRole('link').nth(1).textContent());
}

/** Takes the first record that a picker offers, by keys. */
async function pickFirst(page, box) {
  await box.focus();
  await box.press('ArrowDown');
  const list = await box.getAttribute('aria-controls');
  await page.locator(`.ant-select-dropdown:has([id="${list}"]) .ant-select-item-option-active`).waitFor();
  await box.press('Enter');
}

test('A manager drills from a unit to a person, and the orders behind the figure come to the figure', () =>
  withPage({}, async (page) => {
    await signIn(page, { login: 'manager', password });
    await page.goto('/board?by=Unit');
    await page.getByRole('table', { name: '部门' }).getByRole('button', { name: '电话销售一组', exact: true }).click();
    await page.waitForURL((url) => url.searchParams.get('by') === 'Person' && url.searchParams.has('unit'));
    const first = page.getByRole('table', { name: '销售员' }).getByRole('row').nth(1);
    const actual = first.getByRole('link').nth(1);
    const told = await actual.textContent();
    await actual.click();
    await page.waitForURL((url) => url.pathname === '/orders' && url.searchParams.has('salesperson'));
    const foot = page.getByRole('table', { name: '订单' }).locator('tfoot');
    await foot.getByText(told, { exact: true }).waitFor();
  }));

test('A rep enters an order as a draft and confirms it, and only then the board moves by its amount', () =>
  withPage({}, async (page) => {
    await signIn(page, { login: 'rep1', password });
    const before = await soldOnBoard(page);

    await page.goto('/orders?edit=new');
    const form = page.getByRole('dialog');
    await pickFirst(page, form.getByRole('combobox', { name: '客户' }));
    await pickFirst(page, form.getByRole('combobox', { name: '第 1 行产品' }));
    await form.getByLabel('第 1 行数量').fill('2');
    // Enter after the last line makes another; it is taken out again.
    await form.getByLabel('第 1 行数量').press('Enter');
    await form.getByRole('button', { name: '删除第 2 行' }).click();
    await form.getByLabel('第 1 行折扣').fill('4');
    await form.getByRole('button', { name: '保存草稿' }).click();

    await page.waitForURL((url) => url.searchParams.has('open'));
    const address = page.url();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('草稿', { exact: true }).waitFor();
    const amount = cents(await drawer.getByRole('table').locator('tfoot td').last().textContent());
    assert.equal(await soldOnBoard(page), before, 'a draft is no sale');

    await page.goto(address);
    await drawer.getByRole('button', { name: '确认订单' }).click();
    await drawer.getByText('已确认', { exact: true }).waitFor();
    assert.equal(await soldOnBoard(page), before + amount);
  }));

test('Finance books what is open on an order, and one fen more is refused beside its field', () =>
  withPage({}, async (page) => {
    await signIn(page, { login: 'finance', password });
    const { items } = await (await page.request.get('/api/orders?state=Confirmed&size=50')).json();
    let order;
    for (const { id } of items) {
      const { open } = await (await page.request.get(`/api/orders/${id}/collected`)).json();
      if (cents(open) > 0n) {
        order = id;
        break;
      }
    }
    assert.ok(order, 'an order with an open amount');

    await page.goto(`/receipts?order=${order}&edit=new`);
    const form = page.getByRole('dialog');
    await form.getByTitle('把未收金额填入回款金额').click();
    await form.getByRole('button', { name: '保存' }).click();
    await page.getByText('回款已登记').waitFor();
    await page.waitForURL((url) => !url.searchParams.has('edit'));

    await page.goto(`/receipts?order=${order}&edit=new`);
    await form.getByLabel('回款金额').fill('0.01');
    await form.getByRole('button', { name: '保存' }).click();
    const field = form.locator('.ant-form-item', { has: page.getByLabel('回款金额') });
    await field.getByText(/超过订单/).waitFor();
  }));
