// The two homes: whom now and how far, who is behind and why.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible, signIn, withBrowser, withPage } from './helpers.mjs';

withBrowser();

const password = 'yingpan-demo';

test('A rep on the phone sees his month and opens the draft that waits; nothing is wider than the screen', () =>
  withPage({ phone: true }, async (page) => {
    await signIn(page, { login: 'rep1', password });
    await page.getByRole('heading', { name: '我的今天' }).waitFor();
    await page.getByRole('img', { name: /达成率：达成 .+，时间进度/ }).waitFor();
    const tabs = page.getByRole('navigation', { name: '主菜单' }).getByRole('link');
    assert.deepEqual(await tabs.allInnerTexts(), ['首页', '客户', '订单', '目标', '我的']);
    for (const box of await Promise.all((await tabs.all()).map((tab) => tab.boundingBox())))
      assert.ok(box.width >= 44 && box.height >= 44, 'a tab is large enough for a thumb');

    const prospects = page.getByRole('list', { name: '待开发的客户' });
    const call = prospects.getByRole('link', { name: /^打电话给/ }).first();
    assert.match(await call.getAttribute('href'), /^tel:/);
    assert.ok((await call.boundingBox()).height >= 44);
    await assertAccessible(page);

    for (const path of ['/', '/customers', '/orders', '/goals', '/me', '/board', '/profile', '/territories']) {
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      const wider = await page.evaluate(() =>
        [document.documentElement, document.querySelector('main')].some((e) => e.scrollWidth > e.clientWidth),
      );
      assert.equal(wider, false, `${path} is wider than the screen`);
    }

    await page.goto('/');
    const prospect = prospects.getByRole('link').first();
    const name = await prospect.textContent();
    await prospect.click();
    await page.getByRole('dialog', { name }).getByText('潜在', { exact: true }).waitFor();
  }));

test('A manager sees who is behind and why, and the drafts behind a figure come to the figure', () =>
  withPage({}, async (page) => {
    await signIn(page, { login: 'manager', password });
    const behind = page.getByRole('table', { name: '谁落后于时间进度' });
    const first = behind
      .getByRole('row')
      .filter({ has: page.getByTitle(/张订单$/) })
      .first();
    const person = await first.getByRole('link').first().textContent();
    // Told once the period before is read.
    await first.getByText(/本期下滑|上期也未达成/).waitFor();
    const drafts = first.getByTitle(/张订单$/);
    const told = await drafts.textContent();
    await drafts.click();
    await page.waitForURL((url) => url.pathname === '/orders' && url.searchParams.get('state') === 'Draft');
    await page.getByRole('table', { name: '订单' }).locator('tfoot').getByText(told, { exact: true }).waitFor();

    await page.goBack();
    await behind.getByRole('link', { name: person, exact: true }).click();
    await page.waitForURL((url) => url.pathname === '/board' && url.searchParams.has('person'));
    await page.getByRole('navigation', { name: '当前范围' }).getByText(person).waitFor();
  }));
