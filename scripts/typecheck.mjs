// Type-checks everything: the application, the kit and the plugins' servers by compiling those that have changed, then
// what is not compiled by TypeScript: the admin sides, the tests, the plain scripts.
// The types of the content types are made afresh first, from their schemas.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { prepare } from './prepare/prepare.mjs';
import { root, run, say } from './prepare/run.mjs';

const plugins = path.join(root, 'src', 'plugins');
const projects = [
  'tests',
  'scripts',
  'src/admin',
  ...readdirSync(plugins).map((name) => `src/plugins/${name}/admin`),
].filter((project) => existsSync(path.join(root, project, 'tsconfig.json')));

const bin = path.join(root, 'node_modules', '.bin');

await prepare('server');
rmSync(path.join(root, '.cache', 'types'), { recursive: true, force: true });
await run(
  path.join(bin, 'strapi'),
  ['ts:generate-types', '--silent', '--out-dir', '.cache/types'],
  {
    env: { ...process.env, STRAPI_TELEMETRY_DISABLED: 'true' },
  }
);

// The generator reports its failures and exits as if there were none.
if (!existsSync(path.join(root, '.cache', 'types', 'generated', 'contentTypes.d.ts'))) {
  throw new Error('the types of the content types could not be made');
}

for (const project of projects) {
  say(`checking ${project} …`);
  try {
    await run(path.join(bin, 'tsc'), ['--noEmit', '-p', project]);
  } catch {
    process.exitCode = 1;
  }
}
