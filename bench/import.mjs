// The AdventureWorks import on the embedded database, from the first process to the last row.
import { spawnSync } from 'node:child_process';
import { argumentsOf, result } from './common.mjs';

const asked = argumentsOf();
const began = performance.now();
const run = spawnSync(asked.server, ['import', 'adventureworks', asked.folder, '--data', asked.data], {
  encoding: 'utf8',
  maxBuffer: 64 << 20,
});
if (run.status !== 0) throw new Error(`import: ${run.stderr.slice(-2000)}`);
result(asked.results, {
  part: 'import',
  name: 'AdventureWorks into SQLite',
  unit: 's',
  goal: 60,
  value: (performance.now() - began) / 1000,
});
