import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible, signIn, withBrowser, withPage } from './helpers.mjs';

withBrowser();

const password = 'yingpan-demo';
/** A name nobody bears, whenever the journey runs. */
const root = [...String(Date.now()).slice(-7)].map((digit) => '翀翙翚翛翮翯翷翾翿耖'[Number(digit)]).join('');

test('A rep types names by keyboard, pastes a block, sees his day, and one of them becomes a customer', () =>
  withPage({}, async (page) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await signIn(page, { login: 'rep1', password });
    await page.goto('/customer-names');
    await page.getByRole('button', { name: '录入名录' }).click();
    const sheet = page.getByRole('table', { name: '名录录入表' });
    const state = (row) =>
      sheet
        .getByRole('rowgroup')
        .nth(row)
        .getByText(/已保存|未保存|待保存/);
    await sheet.getByLabel('单位名称，第 1 行').waitFor();
    // Nothing but the keyboard: the cursor is in the first cell already.
    for (const cell of [
      `${root}机电有限公司`,
      '王总',
      '李工',
      '钓鱼',
      '懂技术',
      `0000-1111${String(Date.now()).slice(-6)}`,
      '10000001234',
    ]) {
      await page.keyboard.type(cell);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await state(1)
      .filter({ hasText: /^已保存$/ })
      .waitFor();
    await page.keyboard.type(`${root}机电公司二厂`);
    await page.keyboard.press('Enter');
    await state(2).filter({ hasText: '已保存 · 缺 6 项' }).waitFor();
    await page.keyboard.type(`${root}机电有限责任公司`);
    await page.keyboard.press('Enter');
    await state(3).filter({ hasText: '未保存' }).waitFor();
    await sheet
      .getByText(/本项目名录已有/)
      .first()
      .waitFor();
    await page.getByLabel('单位名称，第 3 行').fill('');

    // A block with headings: one of its lines is wrong, one is there twice; what is right is saved with Enter.
    await page.getByLabel('单位名称，第 3 行').focus();
    const lines = [
      ['单位全称', '手机', '法人', '来源'],
      [`贴${root}甲厂`, '10000000001', '赵总', '展会'],
      [`贴${root}乙厂`, '不是号码', '钱总', ''],
      [`贴${root}甲厂`, '10000000003', '孙总', ''],
      [`贴${root}丙厂`, '10000000004', '李总', ''],
    ];
    await page.evaluate((text) => navigator.clipboard.writeText(text), lines.map((line) => line.join('\t')).join('\n'));
    await page.keyboard.press('Control+V');
    const save = page.getByRole('button', { name: '保存 2 行' });
    await save.waitFor();
    await page.getByText('不认识的列未取：来源', { exact: false }).waitFor();
    await sheet.getByText('与前面的一行重复').waitFor();
    await assertAccessible(page);
    await page.keyboard.press('Enter');
    await state(3).filter({ hasText: '已保存' }).waitFor();
    await state(6).filter({ hasText: '已保存' }).waitFor();
    await page.getByLabel('手机，第 4 行').fill('10000000002');
    await page.keyboard.press('Enter');
    await state(4).filter({ hasText: '已保存' }).waitFor();
    await page.getByRole('button', { name: '删除第 5 行' }).click();

    await page.goto(`/customer-names?q=${encodeURIComponent(root)}`);
    await page.getByRole('link', { name: `${root}机电有限公司` }).click();
    await page.getByRole('dialog').getByRole('button', { name: '转为客户' }).click();
    await page.waitForURL(/\/customers\/[0-9a-f-]{36}/);
    await page.getByRole('heading', { name: `${root}机电有限公司`, level: 1 }).waitFor();
    const timeline = await page.request.get(`/api${new URL(page.url()).pathname}/timeline`, {
      headers: { 'Accept-Language': 'zh' },
    });
    assert.match(await timeline.text(), /录入项目“.+?”的名录/);

    await page.goto('/name-days');
    const today = page.locator('a[href*="preparedBy="]').first();
    await today.click();
    await page.waitForURL(/preparedBy=.+from=/);
    await page.goto(`${page.url()}&q=${encodeURIComponent(root)}`);
    await page
      .getByRole('link', { name: new RegExp(`贴${root}`) })
      .first()
      .waitFor();
  }));

test('On a phone names are entered one under the other; the team and the campaigns are there for a manager', async () => {
  await withPage({ phone: true }, async (page) => {
    await signIn(page, { login: 'rep2', password });
    await page.goto('/customer-names/entry');
    await page.getByLabel('单位名称').fill(`手机${root}有限公司`);
    await page.keyboard.press('Enter');
    await page.keyboard.type('周总');
    await page.getByRole('button', { name: '保存，录入下一条' }).click();
    await page.getByRole('list', { name: '已录入' }).getByText('已保存 · 缺 3 项').waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('name')), 'name');
    assert.equal(await page.getByLabel('单位名称').inputValue(), '');
    for (const path of ['/customer-names/entry', '/name-days', '/customer-names', '/campaigns']) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await assertAccessible(page);
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      assert.equal(wide, 0, `${path} is wider than the phone`);
    }
  });
  await withPage({ theme: 'dark' }, async (page) => {
    await signIn(page, { login: 'director', password });
    await page.goto('/name-days');
    await page.getByRole('table', { name: '每日定额' }).getByRole('link', { name: /达标/ }).first().waitFor();
    await assertAccessible(page);
    await page.goto('/campaigns');
    await page.getByRole('table', { name: '项目' }).getByRole('link').first().click();
    await page.getByRole('heading', { name: '进度' }).waitFor();
    await assertAccessible(page);
    await page.goto('/name-norms');
    await page.getByText('电话销售员', { exact: false }).first().waitFor();
    await assertAccessible(page);
  });
});
