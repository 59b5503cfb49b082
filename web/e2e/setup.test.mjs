// What those do who set the house up: goals, who answers for a territory, roles.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pickRecord, signIn, withBrowser, withPage } from './helpers.mjs';

withBrowser();

const password = 'yingpan-demo';

test('A manager gives a goal, is told when it overlaps another one, changes it and takes it back', () =>
  withPage({}, async (page) => {
    await signIn(page, { login: 'manager', password });
    await page.goto('/goals');
    await page.getByRole('button', { name: '新建目标' }).click();
    const form = page.getByRole('dialog', { name: '新建目标' });
    await pickRecord(page, form.getByRole('combobox', { name: '人员' }), '姚波怡');
    const amount = form.getByLabel('目标金额');
    await amount.fill('12.5万');
    await form.getByRole('button', { name: '保存' }).click();
    await form.locator('.ant-form-item-explain-error, [role=alert]').first().waitFor();
    assert.equal(await amount.inputValue(), '125,000.00', 'nothing is lost');

    // A month far away, another for each try, is free.
    const year = 2100 + (Date.now() % 800);
    for (const [label, day] of [
      ['开始日期', `${year}-03-01`],
      ['结束日期', `${year}-03-31`],
    ]) {
      await form.getByLabel(label).fill(day);
      await form.getByLabel(label).press('Enter');
    }
    await form.getByRole('button', { name: '保存' }).click();
    await form.waitFor({ state: 'detached' });

    await page.goto(`/goals?from=${year}-01-01&to=${year}-12-31`);
    const row = page.getByRole('row').filter({ hasText: '姚波怡' });
    await row.getByText(`${year}-03`, { exact: true }).waitFor();
    await row.getByRole('link').click();
    const drawer = page.getByRole('dialog', { name: '姚波怡 的目标' });
    await drawer.getByRole('button', { name: '编辑' }).click();
    const editing = page.getByRole('dialog').filter({ has: page.getByLabel('目标金额') });
    await editing.getByLabel('目标金额').fill('200000');
    await editing.getByRole('button', { name: '保存' }).click();
    await drawer.getByText('200,000.00').waitFor();
    await drawer.getByRole('button', { name: '删除' }).click();
    await page.getByRole('dialog', { name: /^删除/ }).getByRole('button', { name: '删除' }).click();
    await page.getByText('没有符合条件的记录。').waitFor();
  }));

test('A territory gets another holder from a day on; who held it until then stays on file', () =>
  withPage({}, async (page) => {
    await signIn(page, { login: 'admin', password });
    await page.goto('/territories');
    // A territory of its own, so that nobody loses his.
    const name = `测试区${Date.now()}`;
    await page.getByRole('button', { name: '新建区域' }).click();
    const adding = page.getByRole('dialog', { name: '新建区域' });
    await adding.getByLabel('区域', { exact: true }).fill(name);
    await adding.getByRole('button', { name: '保存' }).click();
    await adding.waitFor({ state: 'detached' });
    await page.getByLabel('区域、编号或负责人').fill(name);
    await page.getByRole('treeitem', { name }).getByText(name).click();
    const drawer = page.getByRole('dialog', { name });

    const give = async (person, day) => {
      await drawer.getByRole('button', { name: '指派' }).click();
      const form = page.getByRole('dialog', { name: `指派 ${name} 的负责人` });
      await pickRecord(page, form.getByRole('combobox', { name: '人员' }), person);
      await form.getByLabel('从哪天起').fill(day);
      await form.getByLabel('从哪天起').press('Enter');
      await form.getByRole('button', { name: '保存' }).click();
      await form.waitFor({ state: 'detached' });
    };
    await give('姚波怡', '2026-03-01');
    await give('任健燕', '2026-09-01');
    const holders = drawer.getByRole('list', { name: '负责人' }).getByRole('listitem');
    await holders.nth(1).waitFor();
    const texts = await holders.allInnerTexts();
    assert.match(
      texts.find((text) => text.includes('任健燕')),
      /2026-09-01 至 今[\s\S]*当前/,
    );
    assert.match(
      texts.find((text) => text.includes('姚波怡')),
      /2026-03-01 至 2026-08-31/,
    );
  }));

test('An admin makes a role, widens it and removes it again', () =>
  withPage({}, async (page) => {
    const mark = Date.now();
    await signIn(page, { login: 'admin', password });
    await page.goto('/roles');
    await page.getByRole('button', { name: '新建角色' }).click();
    const form = page.getByRole('dialog', { name: '新建角色' });
    await form.getByLabel('名称', { exact: true }).fill(`渠道${mark}`);
    await form.getByLabel('英文名称').fill(`Channel ${mark}`);
    await form.getByRole('button', { name: '保存' }).click();
    // The code is missing: told beside its field, and all else stays.
    await form
      .locator('.ant-form-item', { has: page.getByLabel('代码') })
      .locator('.ant-form-item-explain-error')
      .waitFor();
    await form.getByLabel('代码').fill(`channel-${mark}`);
    await form.getByLabel('查看订单', { exact: true }).selectOption('本组');
    await form.getByRole('button', { name: '保存' }).click();
    await form.waitFor({ state: 'detached' });

    await page.getByRole('link', { name: `渠道${mark}` }).click();
    const drawer = page.getByRole('dialog', { name: `渠道${mark}` });
    await drawer.getByRole('row', { name: '查看订单 本组', exact: true }).waitFor();
    await drawer.getByRole('button', { name: '编辑' }).click();
    const editing = page.getByRole('dialog', { name: `编辑 渠道${mark}` });
    await editing.getByLabel('查看订单', { exact: true }).selectOption('全部');
    await editing.getByRole('button', { name: '保存' }).click();
    await drawer.getByRole('row', { name: '查看订单 全部', exact: true }).waitFor();
    await drawer.getByRole('button', { name: '删除' }).click();
    await page.getByRole('dialog', { name: /^删除/ }).getByRole('button', { name: '删除' }).click();
    await page.getByRole('link', { name: `渠道${mark}` }).waitFor({ state: 'detached' });
  }));
