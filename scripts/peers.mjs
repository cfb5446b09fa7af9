// Tries versions of Strapi with the packages as they would be published, each in a bare application of its
// own: what the ranges of their peers say is what was tried here. Takes some minutes a version.
//
//   npm run peers -- 5.30.0 5.54.0
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packAll } from './packages/pack.mjs';
import { prepare } from './prepare/prepare.mjs';
import { say } from './prepare/run.mjs';
import { tryVersion } from './smoke/peers/try-version.mjs';

const versions = process.argv.slice(2);
const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-peers-'));
try {
  if (versions.length === 0) throw new Error('Name the versions of Strapi to try: 5.30.0 5.54.0');
  await prepare('packages');
  const packages = packAll(path.join(folder, 'packages'));
  for (const version of versions) {
    const started = Date.now();
    const problem = await tryVersion(version, packages, folder);
    const seconds = Math.round((Date.now() - started) / 1000);
    say(`Strapi ${version}: ${problem ?? 'works'} (${seconds}s)`);
    if (problem !== null) process.exitCode = 1;
  }
} catch (error) {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
