import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { root } from './run.mjs';

const SKIPPED = new Set(['node_modules', 'dist', 'build', '.cache', '.strapi', '.tmp']);
const stamps = path.join(root, 'node_modules', '.cache', 'broadsheet');

/**
 * @param {string} place a file or a folder
 * @returns {string[]} every file under it that a build could read, in a fixed order
 */
const filesUnder = (place) => {
  if (!existsSync(place)) {
    return [];
  }
  if (statSync(place).isFile()) {
    return [place];
  }
  const entries = readdirSync(place, { withFileTypes: true });
  return entries
    .filter((entry) => !SKIPPED.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const inner = path.join(place, entry.name);
      return entry.isDirectory() ? filesUnder(inner) : [inner];
    });
};

/**
 * @param {readonly string[]} inputs files and folders, relative to the root
 * @returns {string} a digest of their names and bytes
 */
const digest = (inputs) => {
  const hash = createHash('sha256');
  for (const input of inputs) {
    for (const file of filesUnder(path.join(root, input))) {
      hash.update(path.relative(root, file)).update('\0').update(readFileSync(file));
    }
  }
  return hash.digest('hex');
};

/**
 * Does a step unless it was done with these very inputs and its output is still there.
 * @param {string} name what the step is remembered by
 * @param {{ inputs: readonly string[], output: string }} step paths relative to the root
 * @param {() => Promise<void>} act
 * @returns {Promise<boolean>} whether it had to be done
 */
export const unlessDone = async (name, { inputs, output }, act) => {
  const stamp = path.join(stamps, name);
  const now = digest(inputs);
  const done =
    existsSync(path.join(root, output)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now;
  if (done) {
    return false;
  }
  rmSync(stamp, { force: true });
  await act();
  mkdirSync(stamps, { recursive: true });
  writeFileSync(stamp, now);
  return true;
};
