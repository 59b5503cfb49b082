// What the measurements share: arguments, CPU time of processes, results.
import { execFileSync } from 'node:child_process';
import { appendFileSync, readdirSync, readFileSync } from 'node:fs';

/** --name value --name value … */
export function argumentsOf(argv = process.argv.slice(2)) {
  const found = {};
  for (let i = 0; i < argv.length; i += 2) found[argv[i].replace(/^--/, '')] = argv[i + 1];
  return found;
}

export const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** The numbers of /proc/PID/stat from the parent's id (0) on; undefined when the process is gone. */
function stat(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return text
      .slice(text.lastIndexOf(')') + 4)
      .split(' ')
      .map(Number);
  } catch {
    return undefined;
  }
}

// The kernel counts in hundredths of a second, on every Linux.
const ms = (ticks) => ticks * 10;

/** User and system time of one process, all its threads, in milliseconds. */
export const cpuOf = (pid) => {
  const numbers = stat(pid);
  return ms(numbers[10] + numbers[11]);
};

/** The same of a process and its children, those that have ended among them. */
export function cpuOfFamily(pid) {
  const own = stat(pid);
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(stat)
    .filter((numbers) => numbers?.[0] === pid);
  return ms(children.reduce((sum, child) => sum + child[10] + child[11], own[10] + own[11] + own[12] + own[13]));
}

/** Resident memory in MB. */
export const memoryOf = (pid) =>
  Number(readFileSync(`/proc/${pid}/status`, 'latin1').match(/VmRSS:\s+(\d+) kB/)[1]) / 1024;

/** Asks the database of the house behind --psql, --postgres and --house. */
export const psqlOf = (asked) => (sql) =>
  execFileSync(asked.psql, ['-h', asked.postgres, '-U', 'postgres', '-d', asked.house, '-XAtc', sql], {
    encoding: 'utf8',
  }).trim();

/** A request to --url as the person of that number; an answer that is none of success is an end. */
export const callerOf =
  (asked, person = 1) =>
  async (method, path, body, headers) => {
    const answer = await fetch(`${asked.url}${path}`, {
      method,
      headers: { Authorization: `Bearer bench-${person}`, 'Content-Type': 'application/json', ...headers },
      body: body && JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  };

/** One line of the report, also shown at once. */
export function result(file, row) {
  appendFileSync(file, `${JSON.stringify(row)}\n`);
  console.error(
    `  ${row.name}: ${Object.entries(row)
      .filter(([key]) => !['part', 'name'].includes(key))
      .map(([key, value]) => `${key} ${typeof value === 'number' ? Math.round(value * 1000) / 1000 : value}`)
      .join(', ')}`,
  );
}
