import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { root, run, say } from './run.mjs';

/**
 * better-sqlite3 asks for this version of Node-API since its 13. Node 20 has 9: there it dies of a
 * segmentation fault at the first database (WiseLibs/better-sqlite3#1514).
 */
const NODE_API = 10;

/** The last that does without. Node 24 aborts with it since 24.19 (nodejs/node#65446). */
const OLDER = '12.11.1';

const OPTIONS = [
  '--install-strategy=nested',
  '--ignore-scripts=false',
  ...['--no-fund', '--no-audit', '--loglevel', 'error'],
];

const place = path.join(root, 'node_modules', 'better-sqlite3');

/** Where versions that are not in use are kept: the older one takes minutes to compile. */
const kept = path.join(root, '.cache', 'drivers');

/** @param {string} file @returns {Record<string, any>} */
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

const versionInPackage = () =>
  String(readJson(path.join(root, 'package.json'))['dependencies']['better-sqlite3']);

const installedVersion = () => {
  const file = path.join(place, 'package.json');
  return existsSync(file) ? String(readJson(file)['version']) : null;
};

/**
 * Installs a version in a folder of its own, with what it needs inside of it: npm would make the
 * project's package.json, lock file and other packages agree with it.
 * @param {string} version
 * @param {string} home where it is to be kept
 */
const obtain = async (version, home) => {
  const folder = `${home}.new`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({
      private: true,
      dependencies: { 'better-sqlite3': version },
      allowScripts: { 'better-sqlite3': true },
    })
  );
  try {
    await run('npm', ['install', ...OPTIONS], { cwd: folder });
  } catch (error) {
    throw new Error(
      `better-sqlite3 ${version} could not be installed. For Node 20 it is compiled where no binary is to be had, which takes a C++ compiler, make and Python; Node 22.14 or newer needs none.`,
      { cause: error }
    );
  }
  renameSync(path.join(folder, 'node_modules', 'better-sqlite3'), home);
  rmSync(folder, { recursive: true, force: true });
};

/**
 * Puts the better-sqlite3 in place that this Node can run. What is installed is looked at each
 * time, since a checkout may be used with one Node after another.
 */
export const fitDriver = async () => {
  const given = versionInPackage();
  const wanted = Number(process.versions['napi']) < NODE_API ? OLDER : given;
  const installed = installedVersion();
  if (installed === wanted) {
    return;
  }
  say(
    `better-sqlite3 ${wanted} is put in the place of ${installed ?? 'none'}: it is the one for Node ${process.versions.node} …`
  );
  const home = path.join(kept, wanted);
  if (!existsSync(home)) {
    await obtain(wanted, home);
  }
  // npm overlooks names with a dot. Renamed, it is there whole or not at all.
  const next = path.join(path.dirname(place), '.better-sqlite3-next');
  rmSync(next, { recursive: true, force: true });
  cpSync(home, next, { recursive: true });
  // Any other version may need packages that lie beside it.
  if (installed === given && !existsSync(path.join(kept, given))) {
    renameSync(place, path.join(kept, given));
  }
  rmSync(place, { recursive: true, force: true });
  renameSync(next, place);
};
