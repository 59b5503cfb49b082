import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// For the tests that read the sources. Not part of the product.

const root = join(import.meta.dirname, '..');

export interface Source {
  /** From src: "modules/platform/module.tsx" */
  path: string;
  text: string;
}

export const sources: Source[] = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|\.d\.ts$|testSetup|app\/sources/.test(path))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

export const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');

type Tree = { [key: string]: string | Tree };

const flat = (tree: Tree, before = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [before + key] : flat(value, `${before}${key}.`),
  );

/** The keys of every text file, by namespace and language; the plural forms of a key count as the key. */
export function textKeys(): Record<string, Record<'zh' | 'en', Set<string>>> {
  const found: Record<string, Record<'zh' | 'en', Set<string>>> = {};
  for (const path of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    const match = /([^/\\]+)[/\\]text\.(zh|en)\.json$/.exec(path);
    if (!match) continue;
    const [, folder = '', language] = match;
    const namespace = folder === 'text' ? 'shared' : folder;
    const keys = flat(JSON.parse(readFileSync(join(root, path), 'utf8')));
    found[namespace] ??= { zh: new Set(), en: new Set() };
    found[namespace][language as 'zh' | 'en'] = new Set(keys.map((key) => key.replace(/_(one|other)$/, '')));
  }
  return found;
}
