import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createStrapi, type Core } from '@strapi/strapi';
import supertest from 'supertest';
import { root } from '../harness/boot';
import type { TestDatabase } from '../harness/databases';

/** Somebody else's application: one localised type, with names of its own for everything. */
const ARTICLE = {
  kind: 'collectionType',
  collectionName: 'articles',
  info: { singularName: 'article', pluralName: 'articles', displayName: 'Article' },
  options: { draftAndPublish: true },
  pluginOptions: { i18n: { localized: true } },
  attributes: {
    headline: { type: 'string' },
    text: { type: 'text' },
    reference: { type: 'customField', customField: 'plugin::source-links.code' },
    address: { type: 'string' },
    story: { type: 'string' },
    related: { type: 'relation', relation: 'oneToMany', target: 'api::article.article' },
  },
};

export const ARTICLE_SOURCES = {
  'api::article.article': {
    code: 'reference',
    url: 'address',
    key: 'story',
    name: false,
    body: 'text',
    link: 'readAt',
  },
};

export interface OtherApp {
  /** Its folder, for commands that run in it. */
  readonly home: string;
  /** Sets what the next boot or command finds as the configuration of source links. */
  configure(config: object): Promise<void>;
  /** Boots it with a configuration of source links, on the same database each time. */
  boot(config: object): Promise<{ strapi: Core.Strapi; http: ReturnType<typeof supertest> }>;
  remove(): Promise<void>;
}

const PACKAGE = {
  name: 'other-app',
  private: true,
  dependencies: {
    '@strapi/plugin-graphql': '*',
    '@strapi/plugin-users-permissions': '*',
    'strapi-plugin-source-links': '*',
  },
};

const MIDDLEWARES = [
  'logger',
  'errors',
  'security',
  'cors',
  'query',
  'body',
  'session',
  'favicon',
  'public',
].map((name) => `strapi::${name}`);

/** Makes the application's folder, with the project's packages and a database of its own. */
export async function makeOtherApp(database: TestDatabase): Promise<OtherApp> {
  const home = await mkdtemp(path.join(tmpdir(), 'source-links-app-'));
  const write = async (file: string, text: string) => {
    await mkdir(path.dirname(path.join(home, file)), { recursive: true });
    await writeFile(path.join(home, file), text);
  };
  const factory = (name: string) =>
    `module.exports = require('@strapi/strapi').factories.createCore${name}('api::article.article');`;

  await symlink(path.join(root, 'node_modules'), path.join(home, 'node_modules'));
  await write('package.json', JSON.stringify(PACKAGE));
  await write('public/uploads/.gitkeep', '');
  await write('database/migrations/.gitkeep', '');
  for (const name of ['admin', 'api', 'database', 'server']) {
    const file = path.join(root, 'dist', 'config', `${name}.js`);
    await write(`dist/config/${name}.js`, `module.exports = require(${JSON.stringify(file)});`);
  }
  await write('dist/config/middlewares.js', `module.exports = ${JSON.stringify(MIDDLEWARES)};`);
  await write('dist/src/index.js', 'module.exports = {};');
  const api = 'dist/src/api/article';
  await write(`${api}/content-types/article/schema.json`, JSON.stringify(ARTICLE));
  await write(`${api}/controllers/article.js`, factory('Controller'));
  await write(`${api}/routes/article.js`, factory('Router'));
  await write(`${api}/services/article.js`, factory('Service'));

  let count = 0;
  const configure = async (config: object): Promise<void> => {
    // A module is read once in a process: each boot gets plugins of its own.
    count += 1;
    const jwt = { config: { jwtSecret: 'for-tests-only' } };
    const plugins = { 'source-links': { config }, 'users-permissions': jwt };
    await write(`dist/plugins-${count}.json`, JSON.stringify(plugins));
    await write('dist/config/plugins.js', `module.exports = require('../plugins-${count}.json');`);
  };

  return {
    home,
    configure,
    async boot(config) {
      await configure(config);
      jest.resetModules();
      Object.assign(process.env, database.environment);
      const strapi = createStrapi({
        appDir: home,
        distDir: path.join(home, 'dist'),
        autoReload: false,
        serveAdminPanel: false,
      });
      strapi.log.level = 'error';
      try {
        await strapi.load();
      } catch (error) {
        // What failed before it had its services cannot be taken down by them either.
        await strapi.destroy().catch(() => undefined);
        throw error;
      }
      strapi.server.mount();
      return { strapi, http: supertest(strapi.server.httpServer) };
    },
    async remove() {
      await rm(home, { recursive: true, force: true });
      await database.drop();
    },
  };
}
