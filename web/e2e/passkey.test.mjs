// A passkey from its making to a sign-in without a password, with an authenticator that the browser makes up.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseURL, signIn, withBrowser, withPage } from './helpers.mjs';

withBrowser();

// Passkeys belong to a name, never to an address of numbers.
const home = baseURL.replace('127.0.0.1', 'localhost');

test('The assistant adds a passkey, signs out, and comes in with it and nothing else, until it is removed', () =>
  withPage({ home }, async (page) => {
    const browser = await page.context().newCDPSession(page);
    await browser.send('WebAuthn.enable');
    const { authenticatorId } = await browser.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    const kept = async () => (await browser.send('WebAuthn.getCredentials', { authenticatorId })).credentials;
    const passkeys = page.getByRole('listitem').filter({ hasText: /添加于/ });

    await signIn(page, { login: 'assistant', password: 'yingpan-demo' });
    await page.goto('/profile');
    const before = await passkeys.count();
    await page.getByRole('button', { name: '添加通行密钥' }).click();
    await page.getByText('通行密钥已添加').waitFor();
    const [made] = await kept();
    assert.equal(made.rpId, 'localhost');

    await page.context().clearCookies();
    await page.goto('/sign-in?return=/profile');
    await page.getByRole('button', { name: '用通行密钥登录' }).click();
    await page.waitForURL((url) => url.pathname === '/profile');
    const [used] = await kept();
    assert.ok(used.signCount > made.signCount, 'the key has signed');
    const { account } = await page.evaluate(() => fetch('/api/session').then((answer) => answer.json()));
    assert.equal(account.login, 'assistant');

    await page.goto('/profile');
    await passkeys.nth(before).getByRole('button', { name: '删除' }).click();
    await passkeys.nth(before).waitFor({ state: 'detached' });
    await page.context().clearCookies();
    await page.goto('/sign-in');
    await page.getByRole('button', { name: '用通行密钥登录' }).click();
    await page.getByRole('alert').waitFor();
    assert.equal(new URL(page.url()).pathname, '/sign-in');
  }));
