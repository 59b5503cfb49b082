import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible, signIn, withBrowser, withPage } from './helpers.mjs';

withBrowser();

test('an order with a deep discount is confirmed once the superior has agreed', () =>
  withPage({}, async (page) => {
    await signIn(page, { login: 'rep1', password: 'yingpan-demo' });
    const call = async (method, path, data, headers = {}) => {
      const answer = await page.request.fetch(path, {
        method,
        data,
        headers: { Origin: new URL(page.url()).origin, ...headers },
      });
      assert.ok(answer.ok(), `${method} ${path}: ${answer.status()} ${await answer.text()}`);
      return answer.json();
    };
    const me = (await call('GET', '/api/session')).person;
    const customer = (await call('GET', '/api/customers?size=1')).items[0];
    const product = (await call('GET', '/api/products?size=200')).items.find((one) => one.isActive);
    const order = await call('POST', '/api/orders', {
      customerId: customer.id,
      salespersonId: me.id,
      orderedOn: new Date().toISOString().slice(0, 10),
      lines: [{ productId: product.id, quantity: '1', price: product.listPrice, discount: '0.06' }],
    });
    await page.goto(`/orders?open=${order.id}`);
    const drawer = page.getByRole('dialog');
    await drawer.getByText('超过了无需审批的范围').waitFor();
    assert.equal(await drawer.getByRole('button', { name: '确认订单' }).count(), 0);
    await drawer.getByRole('button', { name: '提交审批' }).click();
    await drawer.getByRole('button', { name: '撤回审批' }).waitFor();
    await drawer.getByText('直接上级').waitFor();
    // Off the button: its colour under the mouse is not what is looked at.
    await page.mouse.move(0, 0);
    await page.waitForTimeout(400);
    await assertAccessible(page);

    const { approvalId } = await call('GET', `/api/orders/${order.id}`);
    const asked = (await call('GET', `/api/approvals/${approvalId}`)).steps[0].turns[0].person.name;
    assert.ok(asked.length > 1);
    // Whose road it is on is the manager's sign-in of the demo, or his deputy's.
    await withPage({}, async (other) => {
      await signIn(other, { login: 'manager', password: 'yingpan-demo' });
      await other.goto(`/approvals?open=${approvalId}`);
      await other.getByRole('dialog').getByRole('button', { name: '同意' }).click();
      await other.getByRole('dialog').getByText('已通过').first().waitFor();
    });
    await page.reload();
    await drawer.getByRole('button', { name: '确认订单' }).click();
    await drawer.getByText('已确认').first().waitFor();
  }));
