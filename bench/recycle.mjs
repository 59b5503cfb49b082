// The night that takes most of a large house back into its pool, while somebody goes on entering customers.
import { execFileSync } from 'node:child_process';
import { argumentsOf, pause, result } from './common.mjs';

const asked = argumentsOf();
const psql = (sql) =>
  execFileSync(asked.psql, ['-h', asked.postgres, '-U', 'postgres', '-d', asked.house, '-XAtc', sql], {
    encoding: 'utf8',
  }).trim();
const call = async (path, body, token) => {
  const answer = await fetch(`${asked.url}${path}`, {
    method: 'POST',
    headers: { Authorization: `Bearer bench-${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
};

const rules = {
  protection: [{ days: 0, extendDays: 0 }],
  recycling: [{ cause: 'NoFollowUp', days: 30, remindDays: 7 }],
  claims: [],
  lockDays: 7,
  coOwnersEdit: true,
  grounds: [],
  answerDays: 2,
  ruleDays: 5,
  causes: [{ code: 'no-rule', name: '没有规则', nameEn: 'No rule' }],
};
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
await call('/api/customer-pools', { name: 'Pool', order: 1 }, 1);
await call('/api/ownership-rules', { first: today, rules }, 1);
await call('/api/recycling-runs', {}, 1);

// What somebody at work feels of it.
let worst = 0;
let entered = 0;
while (psql('SELECT count(*) FROM customers_recycling_run WHERE ended_at IS NOT NULL') === '0') {
  const began = performance.now();
  await call(
    '/api/customers',
    { name: `夜里录入${process.pid}-${entered++}`, state: 'Prospect', ownerId: '01900000-0002-7000-8000-00000000001a' },
    26,
  );
  worst = Math.max(worst, performance.now() - began);
  await pause(50);
}
const seconds = Number(psql('SELECT extract(epoch FROM ended_at - started_at) FROM customers_recycling_run'));
const taken = Number(psql('SELECT count(*) FROM customers_recycled'));

result(asked.results, {
  part: 'recycle',
  name: `${taken.toLocaleString('en')} customers taken back into their pool`,
  unit: 's',
  goal: 30,
  value: seconds,
});
result(asked.results, {
  part: 'recycle',
  name: `slowest of ${entered} customers entered meanwhile`,
  unit: 'ms',
  goal: 1000,
  value: worst,
});
