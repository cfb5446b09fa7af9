import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { environmentOf, run } from './run.mjs';

const BINS = /** @type {const} */ ([
  ['strapi-delivery', 'check'],
  ['strapi-front-matter', 'runs'],
  ['strapi-permalinks', 'check'],
  ['strapi-source-links', 'rebuild'],
]);

/** Makes an application of somebody else's with the packages of a project. @param {string} home @param {string} folder */
const makeOtherApp = (home, folder) => {
  /** @param {string} file @param {string} text */
  const write = (file, text) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  write(
    'package.json',
    JSON.stringify({ name: 'other-app', private: true, dependencies: { '@strapi/strapi': '*' } })
  );
  symlinkSync(path.join(home, 'node_modules'), path.join(folder, 'node_modules'));
  write('dist/src/index.js', 'module.exports = {};');
  write('dist/config/server.js', "module.exports = { app: { keys: ['a'] } };");
  write(
    'dist/config/database.js',
    "module.exports = { connection: { client: 'sqlite', connection: { filename: ':memory:' }, useNullAsDefault: true } };"
  );
};

/**
 * Makes sure that whatever would open a database with a driver that crashes its Node says one
 * sentence instead.
 * @param {string} home the project, installed and built, with another Node's driver
 * @param {import('./nodes.mjs').Node} node
 * @param {string} folder for another application
 */
export const refuse = async (home, node, folder) => {
  const env = environmentOf(node, { DATABASE_FILENAME: path.join(folder, 'refused.db') });
  /** @param {string} cwd @param {readonly string[]} line @param {RegExp} sentence */
  const refuses = async (cwd, [name = '', ...words], sentence) => {
    const bin = path.join(home, 'node_modules', '.bin', name);
    const { code, signal, out, err } = await run(bin, words, { cwd, env });
    assert.deepEqual({ code, signal, out }, { code: 1, signal: null, out: '' }, `${name}: ${err}`);
    assert.match(err, sentence, name);
  };
  const sentence =
    'better-sqlite3 [\\d.]+ is not for Node [\\d.]+: run "node scripts/prepare\\.mjs server", .+\n$';
  for (const line of [['strapi', 'start'], ...BINS]) {
    await refuses(home, line, new RegExp(`^${sentence}`));
  }
  // It tells first what it does.
  await refuses(home, ['strapi', 'develop'], new RegExp(`^${sentence}`, 'm'));
  const other = path.join(folder, 'other-app');
  makeOtherApp(home, other);
  for (const line of BINS) {
    await refuses(other, line, /^better-sqlite3 [\d.]+ crashes Node [\d.]+: use Node 22\.14 .+\n$/);
  }
};
