import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible, newRoot, signIn, withBrowser, withPage } from './helpers.mjs';

withBrowser();

test('a limit is set, a hold stops an order, and a release asked for lets it through', () =>
  withPage({}, async (page) => {
    await signIn(page, { login: 'rep1', password: 'yingpan-demo' });
    const caller =
      (of) =>
      async (method, path, data, headers = {}) => {
        const answer = await of.request.fetch(path, {
          method,
          data,
          headers: { Origin: new URL(of.url()).origin, ...headers },
        });
        return { ok: answer.ok(), status: answer.status(), body: answer.status() === 204 ? null : await answer.json() };
      };
    const call = caller(page);
    const me = (await call('GET', '/api/session')).body.person;
    const product = (await call('GET', '/api/products?size=200')).body.items.find((one) => one.isActive);
    const customer = (
      await call('POST', '/api/customers', { name: `${newRoot()}科技有限公司`, state: 'Prospect', ownerId: me.id })
    ).body;
    const order = async (price) =>
      (
        await call('POST', '/api/orders', {
          customerId: customer.id,
          salespersonId: me.id,
          orderedOn: new Date().toISOString().slice(0, 10),
          lines: [{ productId: product.id, quantity: '1', price, discount: '0' }],
        })
      ).body;

    await withPage({}, async (finance) => {
      await signIn(finance, { login: 'finance', password: 'yingpan-demo' });
      await finance.goto(`/customers/${customer.id}`);
      await finance.getByRole('button', { name: '评定信用' }).click();
      const form = finance.getByRole('dialog');
      await form.getByLabel('信用等级').click();
      await finance.locator('.ant-select-dropdown:visible').getByText(/^B 良/).click();
      await form.getByLabel('单独额度').fill('1万');
      await form.getByLabel('原因').fill('首次合作');
      await form.getByRole('button', { name: '保存' }).click();
      const card = finance.getByRole('region', { name: '信用状况' });
      await card.getByText('B 良').waitFor();
      await card.getByText('额度内').waitFor();
      await finance.getByRole('button', { name: '停止供货' }).click();
      await form.getByLabel('原因').fill('等对方盖章');
      await form.getByRole('button', { name: '保存' }).click();
      await card.getByText('等对方盖章').waitFor();
      await assertAccessible(finance);
    });

    // Refused with the reason and with who may release him; asked for from his own page.
    const { id, version } = await order(product.listPrice).then(async (made) => ({
      ...made,
      ...(await call('GET', `/api/orders/${made.id}`)).body,
    }));
    await page.goto(`/orders?open=${id}`);
    await page.getByRole('dialog').getByRole('button', { name: '确认订单' }).click();
    await page
      .getByText(/已停止供货（等对方盖章）/)
      .first()
      .waitFor();
    assert.equal((await call('POST', `/api/orders/${id}/confirm`, null, { 'If-Match': `"${version}"` })).status, 409);
    await page.goto(`/customers/${customer.id}`);
    await page.getByRole('button', { name: '申请恢复供货' }).click();
    await page.getByRole('dialog').getByLabel('原因').fill('已盖章寄回');
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    await page.getByText('审批中').first().waitFor();
    const { approvalId } = (await call('GET', `/api/customers/${customer.id}/credit`)).body.requests[0];
    await withPage({}, async (finance) => {
      await signIn(finance, { login: 'finance', password: 'yingpan-demo' });
      await finance.goto(`/approvals?open=${approvalId}`);
      await finance.getByRole('dialog').getByRole('button', { name: '同意' }).click();
      await finance.getByRole('dialog').getByText('已通过').first().waitFor();
      await finance.goto('/customer-credits?verdict=Over');
      await finance.getByText('超额度').first().waitFor();
      await assertAccessible(finance);
    });
    await page.goto(`/orders?open=${id}`);
    await page.getByRole('dialog').getByRole('button', { name: '确认订单' }).click();
    await page.getByRole('dialog').getByText('已确认').first().waitFor();
  }));
