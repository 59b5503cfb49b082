import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pickRecord, signIn, withBrowser, withPage } from './helpers.mjs';

withBrowser();

test('HR moves a person to another unit from a day and sees both placements', () =>
  withPage({}, async (page) => {
    const name = `调岗${Date.now()}`;
    await signIn(page, { login: 'hr', password: 'yingpan-demo' });
    await page.goto('/people');

    // A person of its own, so that the journey can be walked again.
    await page.getByRole('button', { name: '新增人员' }).click();
    const adding = page.getByRole('dialog', { name: '新增人员' });
    await adding.getByLabel('姓名').fill(name);
    await pickRecord(page, adding.getByRole('combobox', { name: '部门' }), '电话销售一组');
    await pickRecord(page, adding.getByRole('combobox', { name: '岗位' }), '电话销售员');
    await adding.getByLabel('入职日').fill('2026-03-02');
    await adding.getByLabel('入职日').press('Enter');
    await adding.getByRole('button', { name: '保存' }).click();
    await adding.waitFor({ state: 'detached' });

    // The new file opens by itself.
    const person = page.getByRole('dialog', { name });
    await person.getByRole('button', { name: '调岗' }).click();
    const moving = page.getByRole('dialog', { name: `${name} 调岗` });
    await pickRecord(page, moving.getByRole('combobox', { name: '部门' }), '电话销售二组');
    await moving.getByLabel('从哪天起').fill('2026-07-01');
    await moving.getByLabel('从哪天起').press('Enter');
    await moving.getByRole('button', { name: '保存' }).click();
    await moving.waitFor({ state: 'detached' });

    const placements = person.getByRole('list', { name: '任职经历' }).getByRole('listitem');
    await placements.nth(1).waitFor();
    const texts = await placements.allInnerTexts();
    assert.equal(texts.length, 2);
    assert.match(texts[0], /2026-07-01[\s\S]*电话销售二组[\s\S]*当前/);
    assert.match(texts[1], /2026-03-02 至 2026-06-30[\s\S]*电话销售一组/);
  }));

test('a leaver hands over everything, and only then may go', () =>
  withPage({}, async (page) => {
    const name = `离职${Date.now()}`;
    await signIn(page, { login: 'admin', password: 'yingpan-demo' });
    const call = async (method, path, data) => {
      const answer = await page.request.fetch(path, { method, data, headers: { Origin: new URL(page.url()).origin } });
      assert.ok(answer.ok(), `${method} ${path}: ${answer.status()}`);
      return answer.json();
    };
    const units = (await call('GET', '/api/units')).items;
    const positions = (await call('GET', '/api/positions')).items;
    const placement = { unitId: units[0].id, positionId: positions[0].id, first: '2026-01-01' };
    const leaver = await call('POST', '/api/people', { name, hiredOn: '2026-01-01', placement });
    const customer = await call('POST', '/api/customers', {
      name: `${name}的客户`,
      state: 'Prospect',
      ownerId: leaver.id,
    });

    await page.goto(`/people?open=${leaver.id}`);
    await page.getByRole('dialog', { name }).getByRole('link', { name: '离职交接' }).click();
    await page.getByRole('heading', { name: '客户' }).waitFor();
    await pickRecord(page, page.getByRole('combobox', { name: '接手人' }), '姚波怡');
    await page.getByRole('checkbox', { name: '同时办理离职（名下须全部交清）' }).check();
    await page.getByRole('button', { name: '交接', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: '交接', exact: true }).click();
    await page.getByText('他名下没有需要交接的事项').waitFor();
    assert.equal((await call('GET', `/api/customers/${customer.id}`)).ownerName, '姚波怡');

    await page.goto('/leavers');
    const row = page.getByRole('listitem').filter({ hasText: name });
    await row.getByText('已交清').waitFor();
  }));

test('Personal data is masked until it is asked for, and a form that is saved as it came changes nothing', () =>
  withPage({}, async (page) => {
    const name = `遮盖${Date.now()}`;
    await signIn(page, { login: 'hr', password: 'yingpan-demo' });
    const call = async (method, path, data, headers = {}) => {
      const answer = await page.request.fetch(path, {
        method,
        data,
        headers: { Origin: new URL(page.url()).origin, ...headers },
      });
      assert.ok(answer.ok(), `${method} ${path}: ${answer.status()}`);
      return answer.json();
    };
    const units = (await call('GET', '/api/units')).items;
    const positions = (await call('GET', '/api/positions')).items;
    const placement = { unitId: units[0].id, positionId: positions[0].id, first: '2026-01-01' };
    const file = { name, hiredOn: '2026-01-01', email: 'who@blue.example', birthday: '1996-07-09', placement };
    const { id } = await call('POST', '/api/people', { ...file, private: { baseSalary: '6543.21' } });
    await page.goto(`/people?open=${id}`);
    const drawer = page.getByRole('dialog', { name });
    await drawer.getByText('w****@blue.example').waitFor();
    await drawer.getByText('****-07-09').waitFor();

    await drawer.getByRole('button', { name: '编辑' }).first().click();
    const form = page.getByRole('dialog').last();
    await form.getByLabel('爱好').fill('登山');
    await form.getByRole('button', { name: '保存' }).click();
    await form.getByLabel('爱好').waitFor({ state: 'detached' });
    for (const masked of ['w****@blue.example', '****-07-09'])
      await drawer.getByText(masked).locator('..').getByRole('button').click();
    await drawer.getByText('who@blue.example').waitFor();
    await drawer.getByText('1996-07-09').waitFor();
  }));
