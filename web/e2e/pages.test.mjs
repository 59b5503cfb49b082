// Every page there is, found in the code by itself: on a phone, in English, in the dark, nothing is wider than the screen, nothing complains.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { signIn, withBrowser, withPage } from './helpers.mjs';

withBrowser();

const source = new URL('../src/', import.meta.url);

async function paths() {
  const files = (await readdir(source, { recursive: true })).filter(
    (file) => /\.tsx?$/.test(file) && !file.includes('.test.'),
  );
  const texts = await Promise.all(files.map((file) => readFile(new URL(file, source), 'utf8')));
  const found = texts.flatMap((text) => [...text.matchAll(/\bpage\('(\/[^']*)'/g)].map(([, path]) => path));
  return found.filter((path) => path !== '/sign-in').toSorted();
}

test('No page is wider than a phone, lacks its heading or troubles the console', async () => {
  const all = await paths();
  assert.ok(all.length > 80, `only ${all.length} pages found`);
  await withPage({ language: 'en', theme: 'dark', phone: true }, async (page) => {
    await signIn(page, { login: 'admin', password: 'yingpan-demo', language: 'en' });
    const faults = [];
    const form = {
      kind: 'people',
      file: { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from('工号,姓名\n1,甲\n') },
    };
    const headers = { Origin: new URL(page.url()).origin };
    assert.ok((await page.request.post('/api/imports', { multipart: form, headers })).ok(), 'an import for its page');
    for (const path of all) {
      // The first record of the list that a page of one record belongs to.
      const list = path.split('/:id')[0];
      const id = path.includes(':id') && (await (await page.request.get(`/api${list}?size=1`)).json()).items[0]?.id;
      if (path.includes(':id')) assert.ok(id, `the demo has none of ${list}`);
      await page.goto(path.replace(':id', id));
      await page.waitForLoadState('networkidle');
      await page.waitForFunction(() => !document.querySelector('.ant-skeleton'));
      const seen = await page.evaluate(() => ({
        wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        headings: [...document.querySelectorAll('h1')].map((heading) => heading.textContent.trim()),
      }));
      if (seen.wider > 0) faults.push(`${path}: ${seen.wider} px wider than the screen`);
      if (seen.headings.length !== 1 || !seen.headings[0])
        faults.push(`${path}: headings ${JSON.stringify(seen.headings)}`);
      if (seen.headings[0]?.match(/[\u4e00-\u9fff]/) && !id) faults.push(`${path}: not English: ${seen.headings[0]}`);
      if (process.env.PAGES_SHOTS)
        await page.screenshot({
          path: `${process.env.PAGES_SHOTS}/${path.replaceAll('/', '_').replace(':id', 'one')}.png`,
        });
    }
    assert.deepEqual(faults, []);
  });
});
