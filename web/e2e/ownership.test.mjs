import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible, newRoot, signIn, withBrowser, withPage } from './helpers.mjs';

withBrowser();

const password = 'yingpan-demo';

test('A rep claims a customer from the pool on the phone with one tap, and sees until when he is protected', () =>
  withPage({ phone: true }, async (page) => {
    await signIn(page, { login: 'rep1', password });
    await page.goto('/customer-pool');
    await page.getByText('今天还可领取', { exact: false }).waitFor();
    const card = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('button', { name: '领取', exact: true }) })
      .first();
    const name = (await card.getByRole('link').first().innerText()).trim().split('\n')[0];
    await card.getByRole('button', { name: '领取', exact: true }).click();
    await page.getByText(`已领取“${name}”`).waitFor();
    await page.goto(`/customers?q=${encodeURIComponent(name)}`);
    await page.getByRole('link', { name }).first().click();
    const mine = page.getByRole('region', { name: '归属' });
    await mine.getByText('保护到', { exact: false }).first().waitFor();
    await mine.getByText('领取', { exact: false }).first().waitFor();
  }));

test('A dispute goes from the refused entry over the answer to a ruling that shares the customer', () =>
  withPage({}, async (page) => {
    const name = `苏州${newRoot()}科技有限公司`;
    const as = async (login) => {
      await page.context().clearCookies();
      await signIn(page, { login, password });
    };
    await as('rep1');
    await page.goto('/customers?edit=new');
    const entry = page.getByRole('dialog', { name: '新建客户' });
    await entry.getByLabel('客户名称').fill(name);
    await entry.getByRole('button', { name: '保存' }).click();
    await entry.waitFor({ state: 'detached' });

    await as('rep2');
    await page.goto('/customers/check');
    await page.getByLabel('输入名称', { exact: false }).fill(name);
    await page.getByRole('link', { name: '这是我的客户' }).click();
    const raise = page.getByRole('dialog', { name: '提出撞单' });
    assert.equal(await raise.getByLabel('客户名称').inputValue(), name);
    await raise.getByLabel('事由').fill('去年展会我先联系的');
    await raise.getByRole('button', { name: '保存' }).click();
    await page.getByRole('dialog', { name }).getByText('待答辩', { exact: true }).first().waitFor();

    await as('rep1');
    await page.goto('/customer-disputes?state=Open');
    await page.getByRole('link', { name }).click();
    const dispute = page.getByRole('dialog', { name });
    await dispute.getByRole('button', { name: '答辩' }).click();
    const answer = page.getByRole('dialog', { name: '答辩', exact: true });
    await answer.getByLabel('答辩').fill('我先建的档');
    await answer.getByRole('button', { name: '保存' }).click();
    await dispute.getByText('待裁决').first().waitFor();

    await as('gm');
    await page.goto('/customer-disputes?state=Answered');
    await page.getByRole('link', { name }).click();
    await dispute.getByRole('region', { name: '规则建议' }).waitFor();
    await assertAccessible(page, ['label', 'color-contrast']);
    await dispute.getByRole('button', { name: '裁决' }).click();
    const ruling = page.getByRole('dialog', { name: '裁决', exact: true });
    await ruling.getByLabel('裁决理由').fill('两边都有功');
    await ruling.getByLabel('根因').click();
    await page.locator('.ant-select-dropdown:visible').getByText('没有规则', { exact: true }).click();
    await ruling.getByRole('button', { name: '保存' }).click();
    await dispute.getByText('已裁决').first().waitFor();
  }));
