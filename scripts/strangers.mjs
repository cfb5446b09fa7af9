// Does what strangers do: packs all packages as they would be published, installs them in bare applications of Strapi, in
// TypeScript and in JavaScript, configures them as the documentation says, and uses them; then each plugin alone, and
// without it again. Takes some minutes.
//
//   npm run strangers
import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packAll } from './packages/pack.mjs';
import { prepare } from './prepare/prepare.mjs';
import { say } from './prepare/run.mjs';
import { lendDriver } from './smoke/peers/make-app.mjs';
import { environmentOf, succeed } from './smoke/run.mjs';
import { tryAlone } from './smoke/strangers/alone.mjs';
import { useApp } from './smoke/strangers/use-app.mjs';
import { attributesBy, ownTypes } from './smoke/strangers/snippets.mjs';
import { localised, withAttributes } from './smoke/strangers/types.mjs';
import { writeApp } from './smoke/strangers/write-app.mjs';
import { strapiVersion } from './smoke/strangers/strapi-version.mjs';

const started = Date.now();
/** @param {string} what */
const step = (what) => say(`${what} (${Math.round((Date.now() - started) / 1000)}s)`);

/** @type {import('./smoke/nodes.mjs').Node} */
const node = {
  version: process.versions.node,
  command: process.execPath,
  bin: path.dirname(process.execPath),
};

/** What Strapi's own template has an application depend on. */
const STRAPI = {
  ...{ '@strapi/strapi': strapiVersion, '@strapi/plugin-users-permissions': strapiVersion },
  ...{ react: '^18.0.0', 'react-dom': '^18.0.0', 'react-router-dom': '^6.0.0' },
  ...{ 'styled-components': '^6.0.0', typescript: '^5.0.0', '@types/node': '^20.0.0' },
  ...{ '@types/react': '^18.0.0', '@types/react-dom': '^18.0.0' },
};

/** What `config/plugins` says beside what stands on the page about types of one's own. */
const BESIDE = `  'users-permissions': { config: { jwtSecret: 's' } },
  'source-links': { config: { contentTypes: { 'api::article.article': { body: 'content' } } } },
  newsroom: { config: { contentTypes: { 'api::article.article': {} } } },
});`;

/** @param {string} folder */
const meet = async (folder) => {
  step('packing …');
  await prepare('packages');
  const packages = packAll(path.join(folder, 'packages'));
  const env = environmentOf(node);
  const { article: shown, topic, plugins } = ownTypes();
  const article = withAttributes(shown, attributesBy('source-links'));
  /** @param {'ts' | 'js'} language @param {import('./smoke/strangers/types.mjs').Schema} type */
  const lay = (language, type) => {
    const home = path.join(folder, language);
    mkdirSync(home);
    writeApp({
      home,
      language,
      dependencies: {
        ...STRAPI,
        ...Object.fromEntries(packages.map(({ name, tarball }) => [name, `file:${tarball}`])),
      },
      plugins: plugins.replace(/\}\);\s*$/u, `${BESIDE}\n`),
      schemas: { article: type, topic },
      readable: ['article', 'topic'],
    });
    return home;
  };

  const typed = lay('ts', localised(article));
  step('installing what was packed …');
  await succeed('npm', ['install', '--ignore-scripts'], { cwd: typed, env });
  lendDriver(typed);
  step('using it in TypeScript, with articles in several languages …');
  await useApp(node, { cwd: typed, env });

  const plain = lay('js', article);
  // The same packages in the same versions.
  renameSync(path.join(typed, 'node_modules'), path.join(plain, 'node_modules'));
  step('using it in JavaScript …');
  await useApp(node, { cwd: plain, env });

  const all = packages.flatMap(({ name }) =>
    name === 'strapi-plugin-kit' ? [] : [name.replace('strapi-plugin-', '')]
  );
  for (const plugin of all) {
    step(`${plugin} alone, and taken away …`);
    const home = path.join(folder, plugin);
    const options = { command: node.command, env, strapi: STRAPI };
    await tryAlone(plugin, home, path.join(plain, 'node_modules'), all, options);
  }
};

const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-strangers-'));
try {
  await meet(folder);
  step('all well');
} catch (error) {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
