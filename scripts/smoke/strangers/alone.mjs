import assert from 'node:assert/strict';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { succeed } from '../run.mjs';
import { attributesBy, configuredBy } from './snippets.mjs';
import { ownSchema, typeOf, withAttributes, withoutFieldsOf } from './types.mjs';
import { writeApp } from './write-app.mjs';

/** Starts an application without its server, writes a document or counts them, and ends it. */
const BOOT = `const { createStrapi } = require('@strapi/strapi');
const [, , uid, field] = process.argv;
(async () => {
  const app = await createStrapi({ appDir: process.cwd(), distDir: process.cwd() }).load();
  if (field) await app.documents(uid).create({ data: { [field]: 'kept' } });
  const plugins = Object.keys(app.plugins);
  console.log('FOUND ' + JSON.stringify({ plugins, count: await app.documents(uid).count({}) }));
  await app.destroy();
  process.exit();
})().catch((error) => {
  console.error(error);
  process.exit(1);
});
`;

/** Other plugins of the bundle that a plugin brings along. */
const BRINGS = /** @type {Record<string, readonly string[]>} */ ({
  'front-matter': ['source-links'],
});

/** The article of the README of front-matter. */
const article = typeOf('article', {
  headline: { type: 'string' },
  content: { type: 'richtext' },
  slug: { type: 'string' },
  date: { type: 'datetime' },
  kicker: { type: 'string' },
  sections: { type: 'relation', relation: 'manyToMany', target: 'api::section.section' },
});
const section = typeOf('section', { name: { type: 'string' }, slug: { type: 'string' } });

/** @param {string} plugin what its README speaks of: types, and the one that is written to */
const typesOf = (plugin) =>
  plugin === 'front-matter'
    ? {
        name: 'article',
        field: 'headline',
        schemas: {
          article: withAttributes(article, attributesBy('front-matter')),
          section,
        },
      }
    : {
        name: 'post',
        field: 'title',
        schemas: Object.fromEntries(
          ['post', 'category', 'tag'].map((name) => [name, ownSchema(name)])
        ),
      };

/**
 * Starts an application that has one plugin alone, configured as its README says, writes a document, takes the plugin
 * away as the README says, and starts it again.
 *
 * @param {string} plugin
 * @param {string} home an empty folder
 * @param {string} modules packages that are installed with all plugins; they are lent
 * @param {readonly string[]} all every plugin of the bundle
 * @param {{ command: string, env: NodeJS.ProcessEnv, strapi: Record<string, string> }} options
 */
export const tryAlone = async (plugin, home, modules, all, { command, env, strapi }) => {
  const { name, field, schemas } = typesOf(plugin);
  const aside = path.join(home, 'aside');
  mkdirSync(aside, { recursive: true });
  const others = all.filter((one) => one !== plugin && !BRINGS[plugin]?.includes(one));
  /** @param {readonly string[]} present */
  const write = (present) =>
    writeApp({
      home,
      language: 'js',
      dependencies: {
        ...strapi,
        ...Object.fromEntries(present.map((one) => [`strapi-plugin-${one}`, '*'])),
      },
      plugins: `export default () => ({ 'users-permissions': { config: { jwtSecret: 's' } },\n${present.map(configuredBy).join('')}});\n`,
      schemas: Object.fromEntries(
        Object.entries(schemas).map(([type, schema]) => [type, withoutFieldsOf(schema, present)])
      ),
      readable: [name],
    });
  /** @param {readonly string[]} words */
  const boot = async (...words) => {
    const { out } = await succeed(command, ['boot.cjs', ...words], { cwd: home, env });
    return JSON.parse(/^FOUND (.*)$/mu.exec(out)?.[1] ?? 'null');
  };
  const own = path.join(home, 'node_modules');
  renameSync(modules, own);
  /** @param {string} one */
  const folderOf = (one) => path.join(own, `strapi-plugin-${one}`);
  try {
    for (const one of others) renameSync(folderOf(one), path.join(aside, one));
    writeFileSync(path.join(home, 'boot.cjs'), BOOT);
    write([plugin]);
    const there = await boot(`api::${name}.${name}`, field);
    assert.ok(there.plugins.includes(plugin), `${plugin} was not loaded`);
    assert.equal(there.count, 1);
    write([]);
    const gone = await boot(`api::${name}.${name}`);
    assert.ok(!gone.plugins.includes(plugin), `${plugin} is still loaded`);
    assert.equal(gone.count, 1, `a document went with ${plugin}`);
  } finally {
    for (const one of others) renameSync(path.join(aside, one), folderOf(one));
    renameSync(own, modules);
  }
};
