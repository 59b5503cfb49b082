// From starting the built server to ready, and its memory at rest, on the embedded database with the demo company.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { argumentsOf, memoryOf, pause, result } from './common.mjs';

const RUNS = 5;
const REST_SECONDS = 10;
const asked = argumentsOf();

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const seconds = [];
const memory = [];
for (let run = 0; run < RUNS; run++) {
  const url = `http://127.0.0.1:${await freePort()}`;
  const began = performance.now();
  const server = spawn(asked.server, ['serve', '--data', asked.data, '--urls', url], { stdio: 'ignore' });
  while (
    !(await fetch(`${url}/health/ready`).then(
      (answer) => answer.ok,
      () => false,
    ))
  )
    await pause(20);
  seconds.push((performance.now() - began) / 1000);
  await pause(REST_SECONDS * 1000);
  memory.push(memoryOf(server.pid));
  server.kill();
  await once(server, 'exit');
}

result(asked.results, {
  part: 'start',
  name: `start to ready, median of ${RUNS}`,
  unit: 's',
  goal: 2,
  value: median(seconds),
  spread: `${Math.min(...seconds).toFixed(2)} to ${Math.max(...seconds).toFixed(2)}`,
});
result(asked.results, {
  part: 'start',
  name: `resident memory ${REST_SECONDS} s after start, median of ${RUNS}`,
  unit: 'MB',
  goal: 150,
  value: median(memory),
});
