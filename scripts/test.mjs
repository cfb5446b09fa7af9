// Runs the tests, after installing and building what is missing.
//
//   npm test                     unit and integration; further words go to Jest
//   npm run test:e2e             in a browser, on the built admin panel
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { prepare } from './prepare/prepare.mjs';
import { root, say } from './prepare/run.mjs';

const words = process.argv.slice(2);
const inBrowser = words.includes('--e2e');
const projects = inBrowser ? ['e2e'] : ['unit', 'integration'];

try {
  await prepare(inBrowser ? 'all' : 'server');
  for (const [name, variable] of [
    ['PostgreSQL', 'TEST_POSTGRES_URL'],
    ['MariaDB or MySQL', 'TEST_MYSQL_URL'],
  ]) {
    if (!process.env[variable ?? '']) {
      say(`skipped: tests on ${name}; set ${variable} to run them`);
    }
  }
  const jest = path.join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const { status } = spawnSync(
    process.execPath,
    [
      jest,
      '--config',
      path.join('tests', 'jest.config.cjs'),
      ...words.filter((word) => word !== '--e2e'),
      '--selectProjects',
      ...projects,
    ],
    { cwd: root, stdio: 'inherit' }
  );
  process.exitCode = status ?? 1;
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
