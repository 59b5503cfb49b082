import { describe, expect, test } from 'vitest';
import { sources, textKeys, withoutComments } from './sources';

const keys = textKeys();
const code = sources.map(({ path, text }) => ({ path, text: withoutComments(text) }));
const missing = (from: Set<string>, of: Set<string>) => [...of].filter((key) => !from.has(key));

describe.each(Object.keys(keys))('texts of %s', (namespace) => {
  const { zh, en } = keys[namespace]!;

  test('every key is there in both languages', () => {
    expect(missing(en, zh), 'missing in English').toEqual([]);
    expect(missing(zh, en), 'missing in Chinese').toEqual([]);
  });

  test('every key is used', () => {
    const all = code.map(({ text }) => text).join('\n');
    // t(`status.${state}`) uses every key that begins with "status."
    const prefixes = Array.from(all.matchAll(/`(?:\w+:)?([\w.]+)\$\{/g), (match) => match[1] ?? '');
    const unused = [...zh].filter(
      (key) =>
        !new RegExp(`['":\`]${key.replaceAll('.', '\\.')}['"\`]`).test(all) &&
        !prefixes.some((prefix) => key.startsWith(prefix)) &&
        // Words of the menu are named by the modules: { title: 'customers' }.
        !new RegExp(`title: '${key.replace(/^(menu|create)\./, '')}'`).test(all),
    );
    expect(unused).toEqual([]);
  });
});

test('every key that is asked for exists', () => {
  const asked = code.flatMap(({ path, text }) => {
    const opened = Array.from(text.matchAll(/useTranslation\(\[?'(\w+)'/g), (match) => match[1]!);
    return Array.from(text.matchAll(/\bt\(\s*'(?:(\w+):)?([\w.]+)'/g), ([, namespace, key]) => ({
      path,
      key: key!,
      namespaces: namespace ? [namespace] : opened.length > 0 ? opened : Object.keys(keys),
    }));
  });
  expect(asked.length).toBeGreaterThan(50);
  const undefinedKeys = asked.filter(({ key, namespaces }) => !namespaces.some((n) => keys[n]?.zh.has(key)));
  expect(undefinedKeys).toEqual([]);
});

test('no Chinese is written into the code: it belongs into a text file', () => {
  // What the formats read and write (万, 亿, full-width digits) is not text for a translator.
  const written = code
    .filter(({ path }) => !path.startsWith('shared/format/'))
    .flatMap(({ path, text }) =>
      text.split('\n').flatMap((line) => (/\p{Script=Han}/u.test(line) ? [`${path}: ${line.trim()}`] : [])),
    );
  expect(written).toEqual([]);
});
