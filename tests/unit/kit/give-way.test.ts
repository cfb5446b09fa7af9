import { execFileSync } from 'node:child_process';
import path from 'node:path';

const root = path.join(__dirname, '..', '..', '..');

/** Tells the priority of every thread that a process has once it has given way. */
const ASK = `
const { readdirSync } = require('node:fs');
const { getPriority } = require('node:os');
require('strapi-plugin-kit/cli').giveWay();
const threads = readdirSync('/proc/self/task').map(Number);
process.stdout.write(JSON.stringify(threads.map((thread) => getPriority(thread))));
`;

const onLinux = process.platform === 'linux' ? it : it.skip;

onLinux('a command that gives way runs behind others with each of its threads', () => {
  const output = execFileSync(process.execPath, ['-e', ASK], { cwd: root, encoding: 'utf8' });
  const priorities: unknown = JSON.parse(output);
  expect(new Set(priorities as number[])).toEqual(new Set([10]));
});
