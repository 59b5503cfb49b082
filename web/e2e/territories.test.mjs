// New rules are previewed and applied; a rep asks for leave to work outside his territory, and his director gives it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible, pickRecord, signIn, withBrowser, withPage } from './helpers.mjs';

withBrowser();

const password = 'yingpan-demo';

/** A request of whoever is signed in. */
const call = async (page, method, path, data) => {
  const answer = await page.request.fetch(path, { method, data, headers: { Origin: new URL(page.url()).origin } });
  return { status: answer.status(), body: await answer.json().catch(() => null) };
};

test('The director sees what new rules would move, opens the list, and applies them', () =>
  withPage({}, async (page) => {
    await signIn(page, { login: 'director', password });
    await page.goto('/territory-divisions');
    const { body: all } = await call(page, 'GET', '/api/territory-divisions');
    const live = all.items.find(({ state }) => state === 'Live');
    const { body: now } = await call(page, 'GET', `/api/territory-divisions/${live.id}`);
    // The dealers of one city go to the territory that stands last in the rules.
    const to = now.rules.at(-1).territoryId === now.defaultId ? now.rules[0].territoryId : now.rules.at(-1).territoryId;
    const { body: draft } = await call(page, 'POST', '/api/territory-divisions', {
      first: live.first,
      defaultId: now.defaultId,
      rules: [...now.rules, { name: '南昌改划', territoryId: to, priority: 1, regions: ['3601'] }],
    });
    await page.goto(`/territory-divisions?open=${draft.id}`);
    await page.getByRole('heading', { name: '应用前预览' }).waitFor();
    const flow = page.getByRole('button', { name: /→/ }).first();
    await flow.click();
    const list = page.getByRole('dialog');
    await list.getByRole('link').first().waitFor();
    assert.ok((await list.getByRole('link').count()) > 0, 'the customers of a flow are listed');
    await page.keyboard.press('Escape');
    await assertAccessible(page);
    await page.getByRole('button', { name: '应用', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: '应用', exact: true }).click();
    await page.getByText('规则已应用').waitFor();
    await page.getByText('没有客户需要移动。').waitFor();
    const { body: customers } = await call(page, 'GET', `/api/customers?territory=${to}&size=1`);
    assert.ok(customers.total > 0);
  }));

test('A rep asks for leave to work outside, the director grants it until a day, and he goes on', () =>
  withPage({}, async (page) => {
    await signIn(page, { login: 'rep2', password });
    await page.goto('/territory-outside');
    const { body: me } = await call(page, 'GET', '/api/session');
    const { body: found } = await call(page, 'GET', '/api/territories?q=安徽');
    const name = `越区试验 ${Date.now()}`;
    const enter = () =>
      call(page, 'POST', '/api/customers', {
        name,
        state: 'Prospect',
        ownerId: me.person.id,
        territoryId: found.items[0].id,
      });
    const { body: open } = await call(page, 'GET', '/api/territory-releases?size=100');
    const has = open.items.some(
      (row) => row.territoryName === '安徽' && row.state === 'Granted' && row.personId === me.person.id,
    );
    if (!has) assert.equal((await enter()).body.code, 'territories.release-needed');
    const reason = `展会上认识 ${Date.now()}`;
    await page.getByRole('button', { name: '申请放行' }).click();
    const form = page.getByRole('dialog', { name: '申请放行' });
    await pickRecord(page, form.getByLabel('区域'), '安徽');
    await form.getByLabel('理由').fill(reason);
    await form.getByRole('button', { name: '提交' }).click();
    await page.getByRole('listitem').filter({ hasText: reason }).getByText('待处理').waitFor();
    await decide(page, reason);
    await page.reload();
    await page.getByRole('listitem').filter({ hasText: reason }).getByText('已放行').waitFor();
    assert.equal((await enter()).status, 201);
  }));

/** The director, in a browser of his own. */
async function decide(page, reason) {
  const origin = new URL(page.url()).origin;
  const own = await page.context().browser().newContext({ baseURL: origin, locale: 'zh-CN' });
  try {
    const his = await own.newPage();
    await signIn(his, { login: 'director', password });
    await his.goto('/territory-outside');
    await his.getByRole('listitem').filter({ hasText: reason }).getByRole('button', { name: '处理' }).click();
    const form = his.getByRole('dialog');
    const day = await his.evaluate(async () => (await (await fetch('/api/session')).json()).company.today);
    await form.getByLabel('有效至').fill(day);
    await form.getByLabel('有效至').press('Tab');
    await form.getByRole('button', { name: '保存' }).click();
    await form.waitFor({ state: 'detached' });
  } finally {
    await own.close();
  }
}
