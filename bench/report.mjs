// The results as tables of Markdown, on the screen or in a file.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';

const [file, into] = process.argv.slice(2);
const all = readFileSync(file, 'utf8').trim().split('\n').map(JSON.parse);
// What was measured again takes the place of what was measured before.
const same = (a, b) => a.part === b.part && a.house === b.house && a.name === b.name;
const rows = all.filter((row, i) => !all.slice(i + 1).some((later) => same(row, later)));
const two = (number) => number.toFixed(2);
const table = (head, lines) =>
  [
    `| ${head.join(' | ')} |`,
    `|${head.map((_, i) => (i === 0 ? '---' : '---:')).join('|')}|`,
    ...lines.map((line) => `| ${line.join(' | ')} |`),
  ].join('\n');
const verdict = (value, goal) => (value <= goal ? '✓' : '✗');
const git = (...args) => execFileSync('git', args, { encoding: 'utf8' }).trim();

const parts = [
  `Measured on ${new Date().toISOString().slice(0, 10)} at ${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain', '--', 'src', 'web') ? ' with changes' : ''}: ${os.cpus()[0].model.trim()}, ${os.cpus().length} cores, Linux ${os.release()}, load ${os
    .loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')} when it ended.`,
];
const requests = rows.filter((row) => row.part === 'requests');
for (const [house, title] of [
  ['now', '200 people, 20,000 customers, 100,000 orders of two years'],
  ['history', 'The same with ten times the history: 1,000,000 orders of twenty years'],
  ['million', '1,000,000 customers'],
]) {
  const some = requests.filter((row) => row.house === house);
  if (some.length === 0) continue;
  parts.push(
    `### ${title}`,
    table(
      ['request', 'goal ms', 'CPU ms', '', 'server', 'PostgreSQL', 'the statement in pgbench', 'ratio', 'requests/s'],
      some.map((row) => [
        row.name,
        row.goal ?? '',
        two(row.total),
        row.goal ? verdict(row.total, row.goal) : '',
        two(row.server),
        two(row.database),
        row.statement ? two(row.statement) : '',
        row.ratio ? `${row.ratio.toFixed(1)} ×` : '',
        Math.round(row.perSecond),
      ]),
    ),
  );
}

const grown = requests
  .filter((row) => row.house === 'history')
  .map((row) => [row, requests.find((before) => before.house === 'now' && before.name === row.name)])
  .filter(([, before]) => before);
if (grown.length > 0) {
  parts.push(
    '### Ten times the history costs',
    table(
      ['request', 'goal', 'times as much', ''],
      grown.map(([row, before]) => [
        row.name,
        '1.2 ×',
        `${two(row.total / before.total)} ×`,
        verdict(row.total / before.total, 1.2),
      ]),
    ),
  );
}

const others = rows.filter((row) => row.part !== 'requests');
if (others.length > 0) {
  parts.push(
    '### Nights, rules, start, import, web',
    table(
      ['what', 'goal', 'measured', '', ''],
      others.map((row) => [
        row.name,
        row.goal ? `${row.goal} ${row.unit}` : '',
        `${row.unit === 's' ? two(row.value) : Math.round(row.value)} ${row.unit}`,
        row.goal ? verdict(row.value, row.goal) : '',
        row.spread ?? '',
      ]),
    ),
  );
}

const text = `${parts.join('\n\n')}\n`;
if (into) {
  // Everything between the two marks is the measurement's, the words around it are ours.
  const old = readFileSync(into, 'utf8');
  writeFileSync(
    into,
    old.replace(/(<!-- measured -->\n)[\s\S]*(<!-- \/measured -->)/, (_, begin, end) => `${begin}\n${text}\n${end}`),
  );
}
console.log(text);
