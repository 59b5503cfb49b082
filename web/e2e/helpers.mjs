// What every journey needs: a browser, a page of one kind, signing in, an accessibility check.
// The server must run; YINGPAN_URL says where. Chromium is the system's, CHROMIUM says which.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';

export const baseURL = process.env.YINGPAN_URL ?? 'http://localhost:5080';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const quietly = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let browser;

/** Once at the top of a test file. */
export function withBrowser() {
  before(async () => {
    browser = await chromium.launch({ executablePath, args: quietly }).catch((error) => {
      throw new Error(`No browser at ${executablePath}. Install it: apt-get install chromium\n${error.message}`);
    });
  });
  after(() => browser?.close());
}

/**
 * @typedef {object} Kind
 * @property {'zh' | 'en'} [language]
 * @property {'light' | 'dark'} [theme]
 * @property {boolean} [phone]
 * @property {string} [home] another address of the server
 */

/**
 * A page in a context of its own. `run` gets it; afterwards the console must have been silent.
 * @param {Kind} kind
 * @param {(page: import('playwright-core').Page) => Promise<void>} run
 */
export async function withPage({ language = 'zh', theme = 'light', phone = false, home = baseURL }, run) {
  const context = await browser.newContext({
    baseURL: home,
    locale: language === 'zh' ? 'zh-CN' : 'en-US',
    colorScheme: theme,
    timezoneId: 'Asia/Shanghai',
    viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
    hasTouch: phone,
    isMobile: phone,
    reducedMotion: 'reduce',
  });
  const complaints = [];
  const page = await context.newPage();
  page.on('console', (message) => {
    const text = message.text();
    // A refused request is the server's answer, and often what a test wants; the browser notes it by itself.
    if (['error', 'warning'].includes(message.type()) && !text.startsWith('Failed to load resource'))
      complaints.push(text);
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  try {
    await run(page);
    assert.deepEqual(complaints, [], 'the console stays silent');
  } finally {
    await context.close();
  }
}

/** A root of a company's name that is like nobody's: names with the time in them are like each other, and taken for one customer. */
export const newRoot = () =>
  Array.from({ length: 6 }, () => '璟珩翊霖澜棣颢煊韬钰砚榆棠禾澄岫笠蔚泠沐'[Math.floor(Math.random() * 20)]).join('');

const words = {
  zh: { login: '账号', password: '密码', signIn: '登录' },
  en: { login: 'Account', password: 'Password', signIn: 'Sign in' },
};

/** Signs in by the labels a person sees. */
export async function signIn(page, { login, password, language = 'zh' }) {
  const word = words[language];
  await page.goto('/sign-in');
  await page.getByLabel(word.login, { exact: true }).fill(login);
  await page.getByLabel(word.password, { exact: true }).fill(password);
  await page.getByRole('button', { name: word.signIn, exact: true }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}

/** A choice with a search box: typed, then the one that is left. */
export async function pickRecord(page, box, text) {
  await box.click();
  await box.fill(text);
  await page.locator('.ant-select-dropdown:visible').getByText(text, { exact: true }).click();
}

/**
 * Fails with the list of what axe found. `rules`: only these, where the rest of the page was looked at already.
 * @param {string[]} [rules]
 */
export async function assertAccessible(page, rules) {
  // What the mouse rests on is on its way to another colour.
  const { width, height } = page.viewportSize();
  await page.mouse.move(width - 1, height - 1);
  // Half-loaded pages have half the faults.
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => !document.querySelector('.ant-skeleton'));
  // antd measures table columns in a hidden row that can hold focusable icons.
  const axe = new AxeBuilder({ page }).exclude('.ant-table-measure-row');
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary?.replaceAll('\n', ' ')}`),
  );
  assert.deepEqual(found, []);
}
