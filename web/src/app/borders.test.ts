import { expect, test } from 'vitest';
import { sources } from './sources';

// Who may import whom: app ▸ modules ▸ shared. A module never reaches into another one.

const imports = sources.flatMap(({ path, text }) =>
  Array.from(text.matchAll(/(?:from|import)\s*\(?\s*'@\/([^']+)'/g), (match) => ({ path, target: match[1]! })),
);
const moduleOf = (path: string) => /^modules\/([^/]+)/.exec(path)?.[1];

test('the parts import only downward', () => {
  expect(imports.length).toBeGreaterThan(50);
  const wrong = imports.filter(({ path, target }) => {
    if (path.startsWith('shared/')) return !target.startsWith('shared/');
    if (path.startsWith('modules/'))
      return target.startsWith('app/') || (moduleOf(target) ?? moduleOf(path)) !== moduleOf(path);
    return false;
  });
  expect(wrong).toEqual([]);
});

test('the heavy libraries are imported only where they are loaded late', () => {
  const lateOnly: Record<string, RegExp> = {
    'echarts/core': /EChartCanvas|modules\//,
    dayjs: /inputs\/Calendar/,
  };
  for (const { path, text } of sources)
    for (const [library, place] of Object.entries(lateOnly))
      if (text.includes(`from '${library}'`)) expect(path).toMatch(place);
});
