import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { root, run, say } from './run.mjs';

/**
 * Installs the packages when there are none, or when the lock file is newer than what is installed.
 */
export const install = async () => {
  const lock = path.join(root, 'package-lock.json');
  const installed = path.join(root, 'node_modules', '.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) {
    return;
  }
  say('installing packages (some minutes on a first run) …');
  await run('npm', ['ci', '--no-fund', '--no-audit', '--loglevel', 'error', '--progress', 'true'], {
    // A build needs the development packages, whatever the server will run as.
    env: { ...process.env, NODE_ENV: 'development' },
  });
};
