// The runs of the night over every customer, asked for as by their buttons: the first of each writes all, a later one what has changed since.
import { argumentsOf, callerOf, psqlOf, result } from './common.mjs';

const asked = argumentsOf();
const [sql, call] = [psqlOf(asked), callerOf(asked)];

const runs = [
  {
    name: 'grading',
    goal: 5,
    path: '/api/grading-runs',
    told: ({ customers, changed }) =>
      `${customers.toLocaleString('en')} customers, ${changed.toLocaleString('en')} changed`,
  },
  { name: 'churn warnings', path: '/api/warning-runs' },
  {
    name: 'care plan',
    path: '/api/care-runs',
    told: ({ customers, made }) => `${customers.toLocaleString('en')} customers, ${made.toLocaleString('en')} planned`,
  },
];

async function night(name) {
  for (const run of runs) {
    const began = performance.now();
    const answer = await call('POST', run.path);
    const value = (performance.now() - began) / 1000;
    const told = run.told ? `: ${run.told(await answer.json())}` : '';
    result(asked.results, { part: 'nights', name: `${run.name}, ${name}${told}`, unit: 's', goal: run.goal, value });
  }
}

await night('the first run');
await night('again, nothing new');
// As if a day had passed: everything lies a day further back.
sql('UPDATE orders_order SET ordered_on = ordered_on - 1');
sql('VACUUM ANALYZE orders_order');
await night('the next night');
