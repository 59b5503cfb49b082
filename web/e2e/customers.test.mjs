import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible, newRoot, signIn, withBrowser, withPage } from './helpers.mjs';

withBrowser();

const password = 'yingpan-demo';

test('A rep adds a customer on the phone and finds it by search', () =>
  withPage({ phone: true }, async (page) => {
    const name = `测试${newRoot()}有限公司`;
    await signIn(page, { login: 'rep1', password });
    await page.goto('/customers');
    await page.getByRole('button', { name: '新建客户' }).click();
    const form = page.getByRole('dialog', { name: '新建客户' });
    await form.getByLabel('客户名称').fill(name);
    await form.getByLabel('城市').fill('杭州');
    await form.getByRole('button', { name: '保存' }).click();

    // What was made is opened; closing it leaves the list.
    const made = page.getByRole('dialog', { name });
    await made.getByText('杭州').waitFor();
    await form.waitFor({ state: 'detached' });
    await made.getByRole('button', { name: '关闭' }).click();
    await page.getByPlaceholder('名称、拼音或编号').fill(name);
    await page.getByRole('link', { name }).waitFor();
    await page.waitForURL((url) => url.searchParams.get('q') === name);
    assert.equal(await page.getByRole('listitem').filter({ hasText: name }).count(), 1);
  }));

test('The customers are accessible', () =>
  withPage({}, async (page) => {
    await signIn(page, { login: 'manager', password });
    await page.goto('/customers');
    await page.getByRole('link', { name: /公司/ }).first().waitFor();
    await assertAccessible(page);
  }));

test('A customer who is there already cannot be entered again, and a similar one only with a reason', () =>
  withPage({}, async (page) => {
    const root = newRoot();
    await signIn(page, { login: 'rep1', password });
    await page.goto('/customers?edit=new');
    const form = page.getByRole('dialog', { name: '新建客户' });
    await form.getByLabel('客户名称').fill(`苏州${root}科技有限公司`);
    await form.getByLabel('统一社会信用代码').fill('91350100M000100Y44');
    await form.getByRole('button', { name: '保存' }).click();
    await form.getByText('统一社会信用代码不对', { exact: false }).waitFor();
    await form.getByLabel('统一社会信用代码').fill('');
    await form.getByRole('button', { name: '保存' }).click();
    await form.waitFor({ state: 'detached' });

    // A colleague of another team types it in his own way.
    await page.context().clearCookies();
    await signIn(page, { login: 'rep2', password });
    await page.goto('/customers?edit=new');
    await form.getByLabel('客户名称').fill(`${root}科技`);
    await form.getByText('与已有客户相似', { exact: false }).waitFor();
    await form.getByText(`苏州${root}科技有限公司`).waitFor();
    await form.getByLabel('客户名称').fill(`苏州市${root}科技`);
    await form.getByText('不能重复建档', { exact: false }).waitFor();
    await form.getByRole('button', { name: '保存' }).click();
    await form.getByText('已经是', { exact: false }).waitFor();
    await form.getByLabel('客户名称').fill(`${root}科技`);
    await form.getByLabel('为什么不是同一客户').fill('无锡的同名公司');
    await form.getByRole('button', { name: '保存' }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByText('无锡的同名公司').waitFor();
  }));

test('On the way to a visit the phone tells whose customer somebody is', () =>
  withPage({ phone: true }, async (page) => {
    await signIn(page, { login: 'manager', password });
    await page.goto('/customers');
    const name = (await page.getByRole('link', { name: /公司/ }).first().textContent()).trim();
    await page.goto('/customers/check');
    await page.getByPlaceholder('输入名称、电话、信用代码或网址').fill(name);
    await page.getByText('不能重复建档', { exact: false }).waitFor();
    await page.getByPlaceholder('输入名称、电话、信用代码或网址').fill('毫不相干的名字');
    await page.getByText('可以建档', { exact: false }).waitFor();
    await assertAccessible(page);
  }));

test('A contact is added with a lunar birthday, and its next day is told', () =>
  withPage({ phone: true }, async (page) => {
    await signIn(page, { login: 'rep1', password });
    await page.goto('/customers');
    await page.getByRole('link', { name: /公司/ }).first().click();
    await page.getByRole('button', { name: '添加联系人' }).click();
    const form = page.getByRole('dialog', { name: '新建联系人' });
    await form.getByLabel('姓名').fill('测试联系人');
    await form.getByRole('button', { name: '添加日子' }).click();
    await form.getByLabel('历法').selectOption('Lunar');
    await form.getByLabel('月', { exact: true }).fill('8');
    await form.getByLabel('日', { exact: true }).fill('31');
    await form.getByRole('button', { name: '保存' }).click();
    await form.getByText('没有这一天', { exact: false }).waitFor();
    await form.getByLabel('日', { exact: true }).fill('15');
    await form.getByRole('button', { name: '保存' }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByText('农历八月十五', { exact: false }).first().waitFor();
  }));
