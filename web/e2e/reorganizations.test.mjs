import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible, pickRecord, signIn, withBrowser, withPage } from './helpers.mjs';

withBrowser();

test('HR plans a re-organisation, sees what comes of it, applies it and takes it back', () =>
  withPage({}, async (page) => {
    const name = `新设客服组${Date.now()}`;
    await signIn(page, { login: 'hr', password: 'yingpan-demo' });
    await page.goto('/reorganizations');
    await page.getByRole('button', { name: '新的组织调整' }).click();
    // The list's search box goes by the same name.
    await page.waitForURL('**/reorganizations/new');
    await page.getByRole('button', { name: '加一步' }).waitFor();
    await page.getByLabel('名称').fill(name);

    // A unit without a head cannot hold anybody; the preview says so beside the step.
    await page.getByRole('button', { name: '加一步' }).click();
    await page.getByRole('menuitem', { name: '新设部门' }).click();
    const founding = page.getByRole('dialog', { name: '新设部门' });
    await founding.getByLabel('新名称').fill(name);
    await pickRecord(page, founding.getByRole('combobox', { name: '上级部门' }), '电话销售中心');
    await founding.getByRole('button', { name: '确定' }).click();
    await founding.waitFor({ state: 'detached' });
    await page.getByText(`新设“${name}”`).waitFor();

    await page.getByRole('button', { name: '加一步' }).click();
    await page.getByRole('menuitem', { name: '调动人员' }).click();
    const moving = page.getByRole('dialog', { name: '调动人员' });
    const people = (await (await page.request.get('/api/people?size=200&active=true')).json()).items;
    const rep = people.find((one) => one.unitName === '电话销售一组' && one.positionName === '电话销售员');
    const who = moving.getByRole('combobox', { name: '人员' });
    await who.click();
    await who.fill(rep.name);
    await page.locator('.ant-select-dropdown:visible').getByText(rep.name).first().click();
    await page.keyboard.press('Escape');
    await pickRecord(page, moving.getByRole('combobox', { name: '调到' }), name);
    await moving.getByRole('button', { name: '确定' }).click();
    await moving.waitFor({ state: 'detached' });
    await page.getByText(`“${name}”有人而没有负责人`).waitFor();
    assert.equal(await page.getByRole('button', { name: '执行' }).isDisabled(), true);

    await page.getByRole('button', { name: '加一步' }).click();
    await page.getByRole('menuitem', { name: '换负责人' }).click();
    const leading = page.getByRole('dialog', { name: '换负责人' });
    await pickRecord(page, leading.getByRole('combobox', { name: '部门' }), name);
    const head = people.find((one) => one.positionName === '销售主管');
    const leader = leading.getByRole('combobox', { name: '负责人' });
    await leader.click();
    await leader.fill(head.name);
    await page.locator('.ant-select-dropdown:visible').getByText(head.name).first().click();
    await leading.getByRole('button', { name: '确定' }).click();
    await leading.waitFor({ state: 'detached' });
    await page.getByText(`“${name}”有人而没有负责人`).waitFor({ state: 'detached' });

    const after = page.getByRole('region', { name: '调整后' });
    await after.getByText(name).waitFor();
    assert.equal(await page.getByRole('region', { name: '调整前' }).getByText(name).count(), 0);
    await assertAccessible(page);

    await page.getByRole('button', { name: '执行' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '执行' }).click();
    await page.getByText('待生效').first().waitFor();
    // Not before its day: today's tree does not know it yet.
    const units = (await (await page.request.get('/api/units')).json()).items;
    assert.equal(
      units.some((unit) => unit.name === name),
      false,
    );

    await page.getByRole('button', { name: '撤回' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click();
    await page.getByText('已撤回').first().waitFor();
  }));

test('the one of last year is read on a phone as it was applied', () =>
  withPage({ phone: true }, async (page) => {
    await signIn(page, { login: 'hr', password: 'yingpan-demo' });
    await page.goto('/reorganizations');
    await page.getByText('出口部按市场分组').click();
    await page.getByRole('region', { name: '调整前' }).getByText('出口一组').waitFor();
    await page.getByRole('region', { name: '调整后' }).getByText('欧美组').waitFor();
    assert.equal(await page.getByRole('button', { name: '执行' }).count(), 0);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    assert.equal(wide, false);
  }));
