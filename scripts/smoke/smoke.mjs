// Tries each Node that the project is for, on a copy of the checkout: installs it once without a
// compiler, builds it once, and uses it with one Node after another. Takes some minutes.
//
//   npm run smoke
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root, say } from '../prepare/run.mjs';
import { cloneTo } from './clone.mjs';
import { installNodes } from './nodes.mjs';
import { refuse } from './refuse.mjs';
import { environmentOf, succeed } from './run.mjs';
import { use } from './use.mjs';

/** @typedef {import('./nodes.mjs').Node} Node */

/** The Node that installs has the oldest npm; the one that builds is the newest. */
const [INSTALLS, BUILDS, OLD] = [22, 26, 20];

const started = Date.now();
/** @param {string} what */
const step = (what) => say(`${what} (${Math.round((Date.now() - started) / 1000)}s)`);

/** @param {string} home @param {Node} node @param {'server' | 'all'} extent */
const prepare = (home, node, extent) =>
  succeed(node.command, ['scripts/prepare.mjs', extent], { cwd: home, env: environmentOf(node) });

/** @param {string} home @returns {string} */
const driverIn = (home) =>
  JSON.parse(readFileSync(path.join(home, 'node_modules/better-sqlite3/package.json'), 'utf8'))
    .version;

/** @param {string} home */
const manifestsIn = (home) =>
  ['package.json', 'package-lock.json'].map((name) => readFileSync(path.join(home, name), 'utf8'));

/** @param {string} home @param {Node} node */
const install = async (home, node) => {
  const env = environmentOf(node, { CC: 'false', CXX: 'false', NODE_GYP_FORCE_PYTHON: '/nowhere' });
  const { err } = await succeed('npm', ['ci'], { cwd: home, env });
  assert.doesNotMatch(err, /EBADENGINE/);
};

/** @param {string} folder @param {Map<number, Node>} nodes */
const smoke = async (folder, nodes) => {
  /** @param {number} major */
  const nodeOf = (major) => /** @type {Node} */ (nodes.get(major));
  const home = path.join(folder, 'broadsheet');
  cloneTo(home);
  step(`Node ${nodeOf(INSTALLS).version}: installing without a compiler …`);
  await install(home, nodeOf(INSTALLS));
  const [manifests, driver] = [manifestsIn(home), driverIn(home)];
  step(`Node ${nodeOf(BUILDS).version}: building …`);
  await prepare(home, nodeOf(BUILDS), 'all');

  for (const major of [22, 24, 26]) {
    step(`Node ${nodeOf(major).version}: importing, serving, rolling back …`);
    await use(home, nodeOf(major), folder);
    assert.equal(driverIn(home), driver);
  }

  const old = nodeOf(OLD);
  step(`Node ${old.version}: refusing the driver that would crash it …`);
  await refuse(home, old, folder);
  // It takes minutes to compile: one that the checkout has made is used here as well.
  const kept = path.join(root, '.cache', 'drivers');
  if (existsSync(kept)) {
    cpSync(kept, path.join(home, '.cache', 'drivers'), { recursive: true });
  }
  step(`Node ${old.version}: putting another driver in its place …`);
  assert.match((await prepare(home, old, 'server')).err, /is put in the place of/);
  assert.match(driverIn(home), /^12\./);
  step(`Node ${old.version}: importing, serving, rolling back …`);
  await use(home, old, folder);
  step(`Node ${nodeOf(BUILDS).version}: putting the driver back …`);
  await prepare(home, nodeOf(BUILDS), 'server');
  assert.equal(driverIn(home), driver);
  assert.deepEqual(manifestsIn(home), manifests, 'package.json or the lock file has changed');
};

const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-smoke-'));
const clearUp = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    clearUp();
    process.exit(1);
  });
}
try {
  step('getting Node 20, 22, 24 and 26 …');
  const nodes = installNodes(folder);
  if (nodes === null) {
    say(`skipped: npm has no Node for ${process.platform} on ${process.arch}`);
  } else {
    await smoke(folder, nodes);
    step('all well');
  }
} catch (error) {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
} finally {
  clearUp();
}
