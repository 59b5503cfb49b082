import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible, withBrowser, withPage } from './helpers.mjs';

withBrowser();

const headings = { zh: /登录/, en: /Sign in/ };

for (const theme of ['light', 'dark'])
  for (const language of ['zh', 'en'])
    for (const phone of [false, true])
      test(`The sign-in page is accessible: ${theme}, ${language}, ${phone ? 'phone' : 'desktop'}`, () =>
        withPage({ theme, language, phone }, async (page) => {
          await page.goto('/sign-in');
          await page.getByRole('heading', { level: 1, name: headings[language] }).waitFor();
          await assertAccessible(page);
        }));

test('Whoever is not signed in is sent to the sign-in page and comes back to where he wanted to go', () =>
  withPage({}, async (page) => {
    await page.goto('/profile?create=token');
    await page.waitForURL((url) => url.pathname === '/sign-in');
    assert.equal(new URL(page.url()).searchParams.get('return'), '/profile?create=token');
  }));
