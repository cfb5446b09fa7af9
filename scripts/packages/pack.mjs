import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../prepare/run.mjs';

/**
 * A package, its folder, the file to publish, and what is in it; sizes in bytes.
 * @typedef {object} Packed
 * @property {string} name
 * @property {string} folder
 * @property {string} tarball
 * @property {number} size
 * @property {number} unpackedSize
 * @property {readonly { path: string, size: number }[]} files
 */

/** The folders of all packages of the bundle, the kit first, absolute. */
const packageFolders = () => [
  path.join(root, 'src', 'kit'),
  ...readdirSync(path.join(root, 'src', 'plugins')).map((name) =>
    path.join(root, 'src', 'plugins', name)
  ),
];

/**
 * Packs each package as npm would publish it; they have to be built.
 * @param {string} into a folder for the tarballs
 * @returns {Packed[]}
 */
export const packAll = (into) => {
  mkdirSync(into, { recursive: true });
  return packageFolders().map((folder) => {
    const { name } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    const said = execFileSync(
      'npm',
      ['pack', '--json', '--ignore-scripts', '--pack-destination', into],
      { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1e8 }
    );
    const [packed] = Object.values(JSON.parse(said));
    const { filename, size, unpackedSize, files } = packed;
    return { name, folder, tarball: path.join(into, filename), size, unpackedSize, files };
  });
};
