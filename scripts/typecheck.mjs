// Type-checks everything: the application, each plugin's two sides, the tests, the plain scripts.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root, run, say } from './prepare/run.mjs';

const plugins = path.join(root, 'src', 'plugins');
const projects = [
  '.',
  'tests',
  'scripts',
  ...readdirSync(plugins).flatMap((name) => [
    `src/plugins/${name}/server`,
    `src/plugins/${name}/admin`,
  ]),
].filter((project) => existsSync(path.join(root, project, 'tsconfig.json')));

for (const project of projects) {
  say(`checking ${project} …`);
  try {
    await run(path.join(root, 'node_modules', '.bin', 'tsc'), ['--noEmit', '-p', project]);
  } catch {
    process.exitCode = 1;
  }
}
