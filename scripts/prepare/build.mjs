import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { buildAdmin } from './build-admin.mjs';
import { root, run, say } from './run.mjs';
import { unlessDone } from './stamp.mjs';

const SHARED = ['tsconfig.json', 'package-lock.json'];

/** In the order in which they need each other: a package is built after those it imports. */
const ORDER = ['source-links', 'permalinks', 'front-matter'];

/** What lies in `src` and is built by itself. */
const APART = new Set(['admin', 'kit', 'plugins']);

const ownSources = () =>
  readdirSync(path.join(root, 'src'))
    .filter((name) => !APART.has(name))
    .sort()
    .map((name) => `src/${name}`);

const plugins = () => {
  const found = readdirSync(path.join(root, 'src', 'plugins'));
  return [...ORDER, ...found.filter((name) => !ORDER.includes(name))];
};

/** @param {string} script @param {string} name */
const inWorkspace = (script, name) =>
  run('npm', ['run', '--silent', script, '-w', `strapi-plugin-${name}`], {
    env: { ...process.env, NODE_ENV: 'production', STRAPI_TELEMETRY_DISABLED: 'true' },
  });

/** Compiles what all plugins import. */
export const buildKit = async () => {
  const step = {
    inputs: [...SHARED, 'src/kit/package.json', 'src/kit/tsconfig.json', 'src/kit/src'],
    output: 'src/kit/dist/index.js',
  };
  await unlessDone('kit', step, async () => {
    say('compiling the kit …');
    rmSync(path.join(root, 'src/kit/dist'), { recursive: true, force: true });
    await inWorkspace('build:server', 'kit');
    await inWorkspace('build:admin', 'kit');
  });
};

/**
 * Compiles the server sides of the plugins whose sources changed.
 * Stale output is removed first: a file that was renamed would go on being loaded.
 */
export const buildServers = async () => {
  for (const name of plugins()) {
    const home = `src/plugins/${name}`;
    const step = {
      inputs: [
        ...SHARED,
        `${home}/package.json`,
        `${home}/server`,
        `${home}/core`,
        'src/plugins/source-links/server/src/core',
        'src/plugins/permalinks/server/src/contract.ts',
        'src/kit/src',
      ],
      output: `${home}/dist/server/src/index.js`,
    };
    await unlessDone(`server-${name}`, step, async () => {
      say(`compiling the server of ${name} …`);
      for (const part of ['server', 'core']) {
        rmSync(path.join(root, home, 'dist', part), { recursive: true, force: true });
      }
      await inWorkspace('build:server', name);
    });
  }
};

/** Compiles the application itself, configuration and scripts included. */
export const buildApp = async () => {
  const inputs = [...SHARED, 'config', 'scripts', 'src/admin/translations', ...ownSources()];
  const output = 'dist/src/index.js';
  await unlessDone('app', { inputs, output }, async () => {
    say('compiling the application …');
    for (const part of ['src', 'config', 'scripts']) {
      rmSync(path.join(root, 'dist', part), { recursive: true, force: true });
    }
    await run(path.join(root, 'node_modules', '.bin', 'tsc'), ['-p', 'tsconfig.json']);
  });
};

const pluginsWithAdmin = () =>
  // Not every plugin has something to show.
  plugins().filter((name) => existsSync(path.join(root, 'src', 'plugins', name, 'admin')));

/** Builds the admin sides of the plugins whose sources changed. */
export const buildAdmins = async () => {
  for (const name of pluginsWithAdmin()) {
    const home = `src/plugins/${name}`;
    const step = {
      inputs: [
        ...SHARED,
        `${home}/package.json`,
        `${home}/admin`,
        `${home}/core`,
        'src/kit/src/admin',
      ],
      output: `${home}/dist/admin/index.js`,
    };
    await unlessDone(`admin-${name}`, step, async () => {
      say(`building the admin side of ${name} …`);
      await buildAdmin(name);
    });
  }
};

/** Builds the admin panel, which holds the admin sides of the plugins. */
export const buildPanel = async () => {
  const inputs = [...SHARED, 'package.json', 'src/admin', 'src/kit/src/admin'];
  for (const name of pluginsWithAdmin()) {
    const home = `src/plugins/${name}`;
    inputs.push(`${home}/admin`, `${home}/core`, `${home}/package.json`);
  }
  const output = 'dist/build/index.html';
  await unlessDone('panel', { inputs, output }, async () => {
    say('building the admin panel (about a minute) …');
    await run(path.join(root, 'node_modules', '.bin', 'strapi'), ['build'], {
      env: { ...process.env, NODE_ENV: 'production', STRAPI_TELEMETRY_DISABLED: 'true' },
    });
    if (!existsSync(path.join(root, output))) {
      throw new Error(`"strapi build" left no ${output}`);
    }
  });
};
