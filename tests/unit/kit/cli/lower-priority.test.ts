import { execFileSync } from 'node:child_process';
import path from 'node:path';

const root = path.join(__dirname, '..', '..', '..', '..');

/** Tells the priority of every thread of a process that has given way; of all of it where none are listed. */
const ASK = `
const { existsSync, readdirSync } = require('node:fs');
const { getPriority } = require('node:os');
require('strapi-plugin-kit/cli').lowerPriority();
const listed = '/proc/self/task';
const threads = existsSync(listed) ? readdirSync(listed).map(Number) : [0];
process.stdout.write(JSON.stringify(threads.map((thread) => getPriority(thread))));
`;

it('a command that gives way runs behind others with each of its threads', () => {
  const output = execFileSync(process.execPath, ['-e', ASK], { cwd: root, encoding: 'utf8' });
  const priorities: unknown = JSON.parse(output);
  expect(new Set(priorities as number[])).toEqual(new Set([10]));
});
