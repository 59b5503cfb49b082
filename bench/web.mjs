// JavaScript over the wire: what Chromium really loads, in its encoded size, with an empty cache.
import { createRequire } from 'node:module';
import { argumentsOf, result } from './common.mjs';

const { chromium } = createRequire(new URL('../web/package.json', import.meta.url))('playwright-core');
const asked = argumentsOf();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const desk = { viewport: { width: 1440, height: 900 } };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Opens the page until it is quiet; the scripts it loaded. Service worker and prefetches count as well: they are loaded. */
async function scripts(kind, login) {
  const context = await browser.newContext({ baseURL: asked.url, locale: 'zh-CN', ...kind });
  if (login) {
    const answer = await context.request.post('/api/session', { data: { login, password: 'yingpan-demo' } });
    if (!answer.ok()) throw new Error(`sign-in: ${answer.status()} ${await answer.text()}`);
  }

  const page = await context.newPage();
  const loaded = [];
  page.on('response', (response) => {
    if (/javascript/.test(response.headers()['content-type'] ?? '')) loaded.push(response);
  });
  await page.goto('/', { waitUntil: 'networkidle' });
  await page.waitForTimeout(2000);
  let bytes = 0;
  for (const response of loaded) {
    const encoding = response.headers()['content-encoding'];
    const { responseBodySize } = await response.request().sizes();
    if (encoding !== 'br' && responseBodySize > 512)
      throw new Error(`${response.url()} was sent as ${encoding ?? 'plain'}`);
    bytes += responseBodySize;
  }

  const charts = await page.locator('[_echarts_instance_]').count();
  await context.close();
  return { kb: bytes / 1024, files: loaded.length, charts };
}

for (const [name, goal, kind, login] of [
  ['sign-in page', 220, desk],
  ['home on a desk, with charts', 450, desk, 'gm'],
  ['home on a phone', 220, phone, 'gm'],
]) {
  const { kb, files, charts } = await scripts(kind, login);
  result(asked.results, {
    part: 'web',
    name,
    unit: 'KB',
    goal,
    value: kb,
    spread: `${files} files, ${charts} charts drawn`,
  });
}
await browser.close();
