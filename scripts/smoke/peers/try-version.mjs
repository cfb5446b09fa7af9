import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../prepare/run.mjs';
import { environmentOf, succeed } from '../run.mjs';
import { serve } from '../site.mjs';
import { lendDriver, makeApp } from './make-app.mjs';

const SAMPLE = path.join(root, 'tests', 'fixtures', 'sample-archive');

/** Some of the sample's files are broken on purpose, so the import ends with 3. */
const IMPORTED = 3;

/** @type {import('../nodes.mjs').Node} */
const node = {
  version: process.versions.node,
  command: process.execPath,
  bin: path.dirname(process.execPath),
};

/** What Strapi's own tsconfig for applications says, and strict. */
const COMPILER_OPTIONS = {
  ...{ module: 'CommonJS', moduleResolution: 'Node', target: 'ES2019', lib: ['ES2020'] },
  ...{ strict: true, skipLibCheck: true, esModuleInterop: true, resolveJsonModule: true },
  ...{ noEmit: true, types: [] },
};

/**
 * Compiles a right configuration and imports of each entry, by the types that are installed there.
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 */
const checkTypes = async (options) => {
  const files = ['right.ts', 'entries.ts'];
  for (const file of files) {
    const from = path.join(root, 'tests', 'fixtures', 'plugin-config', file);
    copyFileSync(from, path.join(options.cwd, file));
  }
  writeFileSync(
    path.join(options.cwd, 'tsconfig.types.json'),
    JSON.stringify({ compilerOptions: COMPILER_OPTIONS, files })
  );
  const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  await succeed(node.command, [tsc, '-p', 'tsconfig.types.json'], options);
};

/** @param {Awaited<ReturnType<typeof serve>>} site */
const useSite = async (site) => {
  const { data, meta } = JSON.parse(await site.ask('/api/posts?populate=*&sort=date:desc'));
  assert.ok(meta.pagination.total > 20, `only ${meta.pagination.total} posts are public`);
  const { path: address, documentId } = data[0];
  const resolved = JSON.parse(
    await site.ask(`/api/permalinks/resolve?url=${encodeURIComponent(address)}`)
  );
  assert.ok(JSON.stringify(resolved).includes(documentId), JSON.stringify(resolved));
  const page = JSON.parse(await site.ask('/api/delivery/posts'));
  assert.ok(page.data.length > 0, JSON.stringify(page));
  const [, script] = /<script[^>]* src="([^"]+)"/.exec(await site.ask('/admin')) ?? [];
  await site.ask(new URL(script ?? '', 'http://site/admin/').pathname);
};

/**
 * Makes an application with one version of Strapi, builds its panel, imports the sample archive, and asks
 * the site for it.
 *
 * @param {string} strapi
 * @param {readonly import('../../packages/pack.mjs').Packed[]} packages
 * @param {string} folder where the application is made, and taken away
 * @returns {Promise<string | null>} the first thing that does not work, or null
 */
export const tryVersion = async (strapi, packages, folder) => {
  const home = path.join(folder, `strapi-${strapi}`);
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  const env = environmentOf(node);
  const options = { cwd: home, env };
  /** @type {Awaited<ReturnType<typeof serve>> | null} */
  let site = null;
  try {
    makeApp(home, strapi, packages);
    // What is asked here is whether the ranges of peers could be wider: so they do not decide.
    await succeed('npm', ['install', '--legacy-peer-deps', '--ignore-scripts'], options);
    lendDriver(home);
    const manifest = path.join(home, 'node_modules', '@strapi', 'strapi', 'package.json');
    assert.equal(JSON.parse(readFileSync(manifest, 'utf8')).version, strapi);
    await checkTypes(options);
    const bin = path.join(home, 'node_modules', '.bin');
    await succeed(path.join(bin, 'strapi'), ['build'], {
      cwd: home,
      env: { ...env, NODE_ENV: 'production' },
    });
    // Tables are made at the first start.
    await succeed(path.join(bin, 'strapi-front-matter'), ['import', SAMPLE], options, [IMPORTED]);
    site = await serve(node, options);
    await useSite(site);
    await site.stop();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    site?.kill();
    rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  }
};
