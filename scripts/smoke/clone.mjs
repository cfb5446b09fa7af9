import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../prepare/run.mjs';

/**
 * Copies what Git knows of the checkout, and what it would take in, to a folder: the project as
 * somebody gets it, changes that are not committed included.
 * @param {string} home
 */
export const cloneTo = (home) => {
  const words = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const files = execFileSync('git', words, { cwd: root, encoding: 'utf8', maxBuffer: 1e8 });
  for (const file of files.split('\0').filter((name) => name !== '')) {
    const from = path.join(root, file);
    if (existsSync(from)) {
      mkdirSync(path.dirname(path.join(home, file)), { recursive: true });
      copyFileSync(from, path.join(home, file));
    }
  }
};
