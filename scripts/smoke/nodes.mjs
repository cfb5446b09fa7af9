import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Each Node that the project is for, and the npm that comes with it. */
const NPM = { 20: '10', 22: '10', 24: '11', 26: '11' };

/** @typedef {{ version: string, command: string, bin: string }} Node a Node, and the folder of it and its npm */

/**
 * Installs the newest of each Node from npm's packages of Node, each with an npm beside it.
 * @param {string} folder
 * @returns {Map<number, Node> | null} by their first numbers; null where npm has none for this machine
 */
export const installNodes = (folder) => {
  const name = `node-${process.platform}-${process.arch}`;
  /** @type {Map<number, Node>} */
  const nodes = new Map();
  for (const [major, npm] of Object.entries(NPM)) {
    const home = path.join(folder, `node-${major}`);
    mkdirSync(home, { recursive: true });
    writeFileSync(
      path.join(home, 'package.json'),
      JSON.stringify({ private: true, dependencies: { [name]: major, npm } })
    );
    try {
      execFileSync('npm', ['install', '--ignore-scripts', '--no-fund', '--no-audit'], {
        cwd: home,
        encoding: 'utf8',
        stdio: 'pipe',
      });
    } catch (error) {
      if (/\bE404\b/.test(String(error))) {
        return null;
      }
      throw error;
    }
    const bin = path.join(home, 'node_modules', '.bin');
    const command = path.join(bin, 'node');
    if (!existsSync(command)) {
      throw new Error(`${name}@${major} has no bin/node`);
    }
    const version = execFileSync(command, ['--version'], { encoding: 'utf8' }).trim().slice(1);
    nodes.set(Number(major), { version, command, bin });
  }
  return nodes;
};
