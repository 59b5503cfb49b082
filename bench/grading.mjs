// The run that grades every customer, asked for as by the button: the first one writes all, a later one what has changed since.
import { execFileSync } from 'node:child_process';
import { argumentsOf, result } from './common.mjs';

const GOAL_SECONDS = 5;
const asked = argumentsOf();
const sql = (statement) => execFileSync(asked.psql, ['-h', asked.postgres, '-U', 'postgres', '-d', asked.house, '-XAtc', statement]).toString().trim();

async function run(name) {
  const began = performance.now();
  const answer = await fetch(`${asked.url}/api/grading-runs`, { method: 'POST', headers: { Authorization: 'Bearer bench-1' } });
  if (!answer.ok) throw new Error(`${name}: ${answer.status} ${await answer.text()}`);
  const { customers, changed } = await answer.json();
  result(asked.results, {
    part: 'grading',
    name: `${name}: ${customers.toLocaleString('en')} customers, ${changed.toLocaleString('en')} changed`,
    unit: 's',
    goal: GOAL_SECONDS,
    value: (performance.now() - began) / 1000,
  });
}

await run('the first run');
await run('again, nothing new');
// As if a day had passed: everything lies a day further back.
sql('UPDATE orders_order SET ordered_on = ordered_on - 1');
sql('VACUUM ANALYZE orders_order');
await run('the next night');
