import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible, newRoot, pickRecord, signIn, withBrowser, withPage } from './helpers.mjs';

withBrowser();

const password = 'yingpan-demo';

test('A file is opened, a record written, the month reviewed; two customers are merged and taken apart again', () =>
  withPage({}, async (page) => {
    const root = newRoot();
    await signIn(page, { login: 'manager', password });
    const made = [];
    for (const name of [`${root}机电有限公司`, `嘉定${root}贸易商行`]) {
      await page.goto('/customers?edit=new');
      const form = page.getByRole('dialog', { name: '新建客户' });
      await form.getByLabel('客户名称').fill(name);
      await form.getByLabel('电话', { exact: true }).fill(`0000-1111${made.length}${root.length}22`);
      await form.getByRole('button', { name: '保存' }).click();
      const why = form.getByLabel('为什么不是同一客户');
      const drawer = page.getByRole('dialog', { name });
      await Promise.race([drawer.waitFor(), why.waitFor()]);
      if (await why.isVisible()) {
        await why.fill('稍后核对');
        await form.getByRole('button', { name: '保存' }).click();
      }
      await drawer.getByRole('link', { name: '打开客户档案' }).click();
      await page.getByRole('heading', { name, level: 1 }).waitFor();
      made.push({ name, id: new URL(page.url()).pathname.split('/').pop() });
    }

    // The second one gets a record and a card; they will go along.
    await page.getByRole('button', { name: '写客户记录' }).click();
    const record = page.getByRole('dialog', { name: '写客户记录' });
    await record.getByLabel('客户传递信息').fill('下月要两台样机');
    await record.getByRole('button', { name: '保存' }).click();
    await record.waitFor({ state: 'detached' });
    await page.getByText('下月要两台样机').waitFor();
    await page.getByRole('button', { name: '卡片' }).click();
    await page.getByRole('button', { name: '填写月评' }).click();
    const review = page.getByRole('dialog', { name: /月评/ });
    await review.getByLabel('本月评价').fill('新客户，跟进样机');
    await review.getByRole('button', { name: '保存' }).click();
    await review.waitFor({ state: 'detached' });
    await page.getByText('新客户，跟进样机').waitFor();

    await page.goto(`/customers/${made[0].id}/merge`);
    await pickRecord(page, page.getByLabel('要并入的客户'), made[1].name).catch(async () => {
      await page.goto(`/customers/${made[0].id}/merge?with=${made[1].id}`);
    });
    await page.getByText('取哪一个值').waitFor();
    await assertAccessible(page);
    await page.getByRole('button', { name: `并入“${made[1].name}”` }).click();
    await page.waitForURL((url) => url.pathname === `/customers/${made[0].id}`);
    await page.getByText('下月要两台样机').waitFor();
    // His old page leads to the one who is left.
    await page.goto(`/customers/${made[1].id}?box=timeline`);
    await page.waitForURL((url) => url.pathname === `/customers/${made[0].id}`);

    await page.goto('/customer-merges');
    const row = page.getByRole('row').filter({ hasText: made[0].name });
    await row.hover();
    await row.getByRole('button').last().click();
    await page.getByRole('menuitem', { name: '撤销合并' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '撤销合并' }).click();
    await row.getByText('已撤销').waitFor();
    await page.goto(`/customers/${made[1].id}`);
    await page.getByRole('heading', { name: made[1].name, level: 1 }).waitFor();
    await page.getByText('下月要两台样机').waitFor();
    assert.equal(new URL(page.url()).pathname, `/customers/${made[1].id}`);
  }));

test('The file fits a phone and is accessible in every tab', () =>
  withPage({ phone: true }, async (page) => {
    await signIn(page, { login: 'rep1', password });
    await page.goto('/customers');
    await page.getByRole('link', { name: /公司/ }).first().click();
    await page.getByRole('link', { name: '打开客户档案' }).click();
    for (const box of ['概况', '联系人', '卡片', '关系', '时间线', '附件', '成交']) {
      await page.getByRole('navigation', { name: '客户档案' }).getByRole('button', { name: box }).click();
      await assertAccessible(page);
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      assert.equal(wide, 0, `${box} is wider than the phone`);
    }
  }));
