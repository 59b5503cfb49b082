// Rules of territories over a hundred thousand customers: told, then applied. The second of two applications moves nobody and costs what reading costs.
import { argumentsOf, callerOf, result } from './common.mjs';

const asked = argumentsOf();
const answerOf = callerOf(asked);
const call = async (...request) => (await answerOf(...request)).json();
const timed = async (work) => {
  const began = performance.now();
  const value = await work();
  return [value, (performance.now() - began) / 1000];
};

const make = async (name) => (await call('POST', '/api/territories', { name })).id;
const [one, two] = [await make('甲区'), await make('乙区')];
const rules = [{ name: '甲', territoryId: one, priority: 1, states: ['Active'] }];
const { id } = await call('POST', '/api/territory-divisions', { first: '2020-01-01', defaultId: two, rules });
const [told, preview] = await timed(() => call('GET', `/api/territory-divisions/${id}/preview`));
const [, applied] = await timed(() =>
  call('POST', `/api/territory-divisions/${id}/apply`, undefined, { 'If-Match': '"1"' }),
);
for (const [name, value, goal] of [
  [`rules over ${told.customers} customers told`, preview, 5],
  [`${told.moved} customers moved by rules at once`, applied, 20],
])
  result(asked.results, { part: 'divide', name, unit: 's', goal, value });
