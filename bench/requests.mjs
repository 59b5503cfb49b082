// CPU time of a request: of the server and of PostgreSQL, before and after, divided by the requests; then the same statements in pgbench.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { cases } from './cases.mjs';
import { argumentsOf, cpuOf, cpuOfFamily, memoryOf, pause, result } from './common.mjs';

const CONNECTIONS = 8;
const asked = argumentsOf();
const requests = Number(asked.requests ?? 5000);
const server = Number(asked.pid);
const postgres = Number(readFileSync(`${asked.postgres}/data/postmaster.pid`, 'utf8').split('\n')[0]);
const target = new URL(asked.url);
const agent = new http.Agent({ keepAlive: true, maxSockets: CONNECTIONS });

/** Sends one request; the answer's text, once it was what it should be. */
function send({ method = 'GET', path, body, person }) {
  return new Promise((done, failed) => {
    const bytes = body && Buffer.from(JSON.stringify(body));
    const request = http.request(
      {
        host: target.hostname,
        port: target.port,
        method,
        path,
        agent,
        headers: {
          Authorization: `Bearer bench-${person}`,
          ...(bytes && { 'Content-Type': 'application/json', 'Content-Length': bytes.length }),
        },
      },
      (answer) => {
        const parts = [];
        answer.on('data', (part) => parts.push(part));
        answer.on('end', () => {
          const text = Buffer.concat(parts).toString();
          if (answer.statusCode === 200 || answer.statusCode === 201) done(text);
          else failed(new Error(`${method} ${path}: ${answer.statusCode} ${text.slice(0, 500)}`));
        });
      },
    );
    request.on('error', failed);
    request.end(bytes);
  });
}

/** That many requests, eight at a time. */
async function load(one, count) {
  let left = count;
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (left-- > 0) await send(one.request());
    }),
  );
}

const psql = (sql) =>
  execFileSync(
    asked.pgbench.replace(/pgbench$/, 'psql'),
    ['-h', asked.postgres, '-U', 'postgres', '-d', asked.house, '-XAtc', sql],
    { encoding: 'utf8' },
  ).trim();

/** The seal of the audit trail follows within a second and belongs to the price. */
async function isSealed() {
  while (psql('SELECT count(*) FROM platform_audit_entry WHERE position IS NULL') !== '0') await pause(200);
}

/** Until the server does nothing any more for half a second, or a minute has gone. */
async function isIdle() {
  for (let tries = 0; tries < 120; tries++) {
    const before = cpuOf(server);
    await pause(500);
    if (cpuOf(server) - before <= 20) return;
  }
}

async function measure(one) {
  const answer = JSON.parse(await send(one.request()));
  if (!one.mayBeEmpty && (answer.items?.length === 0 || answer.lines?.length === 0))
    throw new Error(`${one.name}: an empty answer measures nothing`);
  // Until the runtime has compiled what it runs, which it does beside the requests and goes on with after them.
  await load(one, requests * 2);
  await isIdle();
  await load(one, requests / 5);
  await isIdle();
  await isSealed();
  await pause(300);
  const before = { server: cpuOf(server), database: cpuOfFamily(postgres), at: performance.now() };
  await load(one, requests);
  const took = performance.now() - before.at;
  await isSealed();
  return {
    server: (cpuOf(server) - before.server) / requests,
    database: (cpuOfFamily(postgres) - before.database) / requests,
    perSecond: (requests / took) * 1000,
  };
}

/** The CPU time of PostgreSQL for the same statements, sent by pgbench as prepared ones. */
async function pgbench(one) {
  const script = `${asked.postgres}/../bench.sql`;
  writeFileSync(script, one.sql);
  const before = cpuOfFamily(postgres);
  const run = spawnSync(
    asked.pgbench,
    [
      '-h',
      asked.postgres,
      '-U',
      'postgres',
      '-n',
      '-M',
      'prepared',
      '-c',
      CONNECTIONS,
      '-t',
      Math.ceil(requests / CONNECTIONS),
      '-f',
      script,
      asked.house,
    ].map(String),
    { encoding: 'utf8' },
  );
  const count = Number(run.stdout.match(/actually processed: (\d+)/)?.[1]);
  if (run.status !== 0 || !count) throw new Error(`pgbench, ${one.name}: ${run.stderr.slice(-1000)}`);
  await pause(500); // The last connection takes a moment to end.
  return (cpuOfFamily(postgres) - before) / count;
}

for (const one of cases(asked.house)) {
  if (asked.only && !one.name.includes(asked.only)) continue;
  const { server: ofServer, database, perSecond } = await measure(one);
  const statement = one.sql && (await pgbench(one));
  const total = ofServer + database;
  result(asked.results, {
    part: 'requests',
    house: asked.house,
    name: one.name,
    goal: one.goal,
    total,
    server: ofServer,
    database,
    statement,
    ratio: statement && total / statement,
    perSecond,
  });
}
agent.destroy();
result(asked.results, {
  part: 'memory',
  name: `resident memory after these requests, ${{ now: 'two years', history: 'twenty years', million: '1,000,000 customers' }[asked.house]}`,
  unit: 'MB',
  value: memoryOf(server),
});
