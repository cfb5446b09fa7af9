import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createStrapi, type Core } from '@strapi/strapi';
import supertest from 'supertest';
import { root } from './boot';
import { comeToRest } from './come-to-rest';
import type { TestDatabase } from './databases';

/** A content type of somebody else's; its API has the stock controller, routes and service. */
interface Schema {
  readonly info: { readonly singularName: string };
}

/** What an application of somebody else's is made of. */
export interface OtherAppParts {
  readonly types: readonly Schema[];
  /** Packages it depends on, beside those that every Strapi has. */
  readonly plugins: readonly string[];
  /** What its `config/NAME` says otherwise than this project's own. */
  readonly config?: Partial<Record<ConfigName, object>>;
}

const CONFIG_NAMES = ['admin', 'api', 'database', 'server'] as const;
type ConfigName = (typeof CONFIG_NAMES)[number];

export interface RunningApp {
  readonly strapi: Core.Strapi;
  readonly http: ReturnType<typeof supertest>;
  /** What its log was warned of since it began to start. */
  readonly warnings: readonly string[];
  stop(): Promise<void>;
}

export interface OtherApp {
  /** Its folder, for commands that run in it. */
  readonly home: string;
  /** Sets what the next boot or command finds as the configuration of its plugins. */
  configure(plugins: object): Promise<void>;
  /** Boots it with a configuration of its plugins, on the same database each time. */
  boot(plugins: object): Promise<RunningApp>;
  remove(): Promise<void>;
}

const EVERYBODYS = ['@strapi/strapi', '@strapi/plugin-graphql', '@strapi/plugin-users-permissions'];

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

/** Makes an application's folder, with the project's packages and a database of its own. */
export async function makeOtherApp(
  database: TestDatabase,
  { types, plugins, config = {} }: OtherAppParts
): Promise<OtherApp> {
  const home = await mkdtemp(path.join(tmpdir(), 'other-app-'));
  const write = async (file: string, text: string) => {
    await mkdir(path.dirname(path.join(home, file)), { recursive: true });
    await writeFile(path.join(home, file), text);
  };
  const dependencies = Object.fromEntries([...EVERYBODYS, ...plugins].map((name) => [name, '*']));

  await symlink(path.join(root, 'node_modules'), path.join(home, 'node_modules'));
  await write('package.json', JSON.stringify({ name: 'other-app', private: true, dependencies }));
  await write('public/uploads/.gitkeep', '');
  await write('database/migrations/.gitkeep', '');
  for (const name of CONFIG_NAMES) {
    const file = JSON.stringify(path.join(root, 'dist', 'config', `${name}.js`));
    await write(
      `dist/config/${name}.js`,
      `const { default: ours } = require(${file});
      module.exports = (tools) => ({
        ...(typeof ours === 'function' ? ours(tools) : ours),
        ...${JSON.stringify(config[name] ?? {})},
      });`
    );
  }
  await write('dist/config/middlewares.js', `module.exports = ${JSON.stringify(MIDDLEWARES)};`);
  await write('dist/src/index.js', 'module.exports = {};');
  for (const schema of types) {
    const name = schema.info.singularName;
    const api = `dist/src/api/${name}`;
    const factory = (kind: string) =>
      `module.exports = require('@strapi/strapi').factories.createCore${kind}('api::${name}.${name}');`;
    await write(`${api}/content-types/${name}/schema.json`, JSON.stringify(schema));
    await write(`${api}/controllers/${name}.js`, factory('Controller'));
    await write(`${api}/routes/${name}.js`, factory('Router'));
    await write(`${api}/services/${name}.js`, factory('Service'));
  }

  let count = 0;
  let boots = 0;
  const configure = async (ofPlugins: object): Promise<void> => {
    count += 1;
    const jwt = { config: { jwtSecret: 'for-tests-only' } };
    const all = JSON.stringify({ 'users-permissions': jwt, ...ofPlugins });
    await write(`dist/plugins-${count}.json`, all);
    await write('dist/config/plugins.js', `module.exports = require('../plugins-${count}.json');`);
  };

  return {
    home,
    configure,
    async boot(ofPlugins) {
      await configure(ofPlugins);
      // A module is read once in a process: a further boot in the same folder would find the first
      // one's configuration, and its types with what the plugins added to them.
      boots += 1;
      const distDir = path.join(home, `dist-${boots}`);
      await cp(path.join(home, 'dist'), distDir, { recursive: true });
      for (const name of ['DATABASE_CLIENT', 'DATABASE_FILENAME', 'DATABASE_URL']) {
        Reflect.deleteProperty(process.env, name);
      }
      Object.assign(process.env, database.environment);
      const strapi = createStrapi({
        appDir: home,
        distDir,
        autoReload: false,
        serveAdminPanel: false,
      });
      strapi.log.level = 'error';
      const warnings: string[] = [];
      strapi.log.warn = (message: unknown) => {
        warnings.push(String(message));
        return strapi.log;
      };
      try {
        await strapi.load();
      } catch (error) {
        // What failed before it had its services cannot be taken down by them either.
        await strapi.destroy().catch(() => undefined);
        throw error;
      }
      strapi.server.mount();
      return {
        strapi,
        warnings,
        http: supertest(strapi.server.httpServer),
        async stop() {
          await comeToRest(strapi);
          await strapi.destroy();
        },
      };
    },
    async remove() {
      await rm(home, { recursive: true, force: true });
      await database.drop();
    },
  };
}
