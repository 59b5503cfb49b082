// One's own account: password, second step, devices, tokens. The assistant's, which no other journey signs in with.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { signIn, withBrowser, withPage } from './helpers.mjs';

withBrowser();

const login = 'assistant';
const password = 'yingpan-demo';

test('The assistant changes her password, is let in with the new one, and changes it back', () =>
  withPage({}, async (page) => {
    const other = `${password}-${Date.now()}`;
    const change = async (current, next) => {
      await page.goto('/profile');
      await page.getByLabel('当前密码').fill(current);
      await page.getByLabel('新密码').fill(next);
      await page.getByRole('button', { name: '修改密码' }).click();
      await page.getByText('密码已修改').waitFor();
    };
    await signIn(page, { login, password });
    await change(password, other);
    await page.context().clearCookies();
    await signIn(page, { login, password: other });
    await change(other, password);
  }));

test('She turns two-step sign-in on, needs a code from then on, and turns it off', () =>
  withPage({}, async (page) => {
    await signIn(page, { login, password });
    await page.goto('/profile');
    await page.getByRole('button', { name: '开启两步验证' }).click();
    const setup = page.getByRole('dialog', { name: '开启两步验证' });
    const secret = (await setup.locator('code').textContent()).replace(/\s/g, '');
    await setup.getByLabel('验证码').fill('000000');
    await setup.getByRole('button', { name: '确认开启' }).click();
    await setup.locator('.ant-form-item-explain-error').waitFor();
    await setup.getByLabel('验证码').fill(codeOf(secret));
    await setup.getByRole('button', { name: '确认开启' }).click();
    await page.getByText('请保存这些恢复码').waitFor();

    await page.context().clearCookies();
    await page.goto('/sign-in');
    await page.getByLabel('账号', { exact: true }).fill(login);
    await page.getByLabel('密码', { exact: true }).fill(password);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    // A code is good once; the next one is accepted a little early.
    await page.getByLabel('验证码').fill(codeOf(secret, 1));
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.waitForURL((url) => url.pathname !== '/sign-in');

    await page.goto('/profile');
    await page.getByRole('button', { name: '关闭两步验证' }).click();
    const off = page.getByRole('dialog', { name: '关闭两步验证' });
    await off.getByLabel('当前密码').fill(password);
    await off.getByRole('button', { name: '关闭两步验证' }).click();
    await page.getByRole('button', { name: '开启两步验证' }).waitFor();
  }));

test('A token lets a program in until it is removed, and another device is signed out from here', () =>
  withPage({}, async (page) => {
    const name = `脚本${Date.now()}`;
    await signIn(page, { login, password });
    await page.goto('/profile?create=token');
    const form = page.getByRole('dialog', { name: '新建令牌' });
    await form.getByLabel('用途').fill(name);
    await form.getByRole('button', { name: '保存' }).click();
    await page.getByText('请复制令牌，它只显示这一次。').waitFor();
    const token = (await page.getByText(/^yp[a-z]*_\S+$/).textContent()).trim();
    const asked = () => fetch(new URL('/api/session', page.url()), { headers: { authorization: `Bearer ${token}` } });
    assert.equal((await asked()).status, 200);
    await page.getByRole('listitem').filter({ hasText: name }).getByRole('button', { name: '删除' }).click();
    await page.getByText(name).waitFor({ state: 'detached' });
    assert.equal((await asked()).status, 401);

    await withPage({}, async (elsewhere) => {
      await signIn(elsewhere, { login, password });
      await page.reload();
      await page.getByRole('button', { name: '退出其他设备' }).click();
      await page.getByRole('button', { name: '退出其他设备' }).waitFor({ state: 'detached' });
      await elsewhere.goto('/profile');
      await elsewhere.waitForURL((url) => url.pathname === '/sign-in');
    });
    await page.getByText('本机').waitFor();
  }));

/** The six digits that an authenticator shows now, or some steps later (RFC 6238). */
function codeOf(secret, steps = 0) {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret.toUpperCase()].map((c) => alphabet.indexOf(c).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const hash = createHmac('sha1', key).update(counter).digest();
  const at = hash.at(-1) & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
