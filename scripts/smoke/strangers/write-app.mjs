import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * An application of a stranger's.
 * @typedef {object} App
 * @property {string} home an empty folder
 * @property {'ts' | 'js'} language
 * @property {Record<string, string>} dependencies beside Strapi's own
 * @property {string} plugins the file `config/plugins`, as a module of TypeScript
 * @property {Record<string, object>} schemas of its content types, by name
 * @property {readonly string[]} readable types that everybody may read
 */

/** @param {string} file @param {string} text */
const write = (file, text) => {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
};

/** As Strapi's own template has them, and with what the pages say of the plugins' tables. */
const CONFIG = {
  server:
    "({ env }) => ({ host: '127.0.0.1', port: env.int('PORT', 1337), app: { keys: ['a', 'b'] } })",
  admin:
    "() => ({ auth: { secret: 's' }, apiToken: { salt: 's' }, transfer: { token: { salt: 's' } } })",
  database: `() => ({
  connection: { client: 'sqlite', connection: { filename: process.cwd() + '/data.db' }, useNullAsDefault: true },
  settings: { forceMigration: false },
})`,
  middlewares: `['logger', 'errors', 'security', 'cors', 'poweredBy', 'query', 'body', 'session', 'favicon', 'public'].map(
  (name) => \`strapi::\${name}\`
)`,
};

const TSCONFIG = {
  extends: '@strapi/typescript-utils/tsconfigs/server',
  compilerOptions: { outDir: 'dist', rootDir: '.' },
  include: ['./', './**/*.ts', './**/*.js', 'src/**/*.json'],
  exclude: ['node_modules/', 'build/', 'dist/', '.cache/', '.tmp/', 'src/admin/', '**/*.test.*'],
};

/** @param {readonly string[]} types @param {string} typed */
const rightsFor = (types, typed) => `{
  async bootstrap({ strapi }${typed}) {
    const role = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'public' } });
    for (const name of ${JSON.stringify(types)}) {
      for (const action of ['find', 'findOne']) {
        const data = { action: \`api::\${name}.\${name}.\${action}\`, role: role.id };
        const permissions = strapi.db.query('plugin::users-permissions.permission');
        if ((await permissions.findOne({ where: data })) === null) await permissions.create({ data });
      }
    }
  },
}`;

/** What Strapi's generator writes for a content type. */
const PARTS = { controllers: 'Controller', routes: 'Router', services: 'Service' };

/**
 * Writes the application.
 * @param {App} app
 */
export const writeApp = ({ home, language, dependencies, plugins, schemas, readable }) => {
  const isTyped = language === 'ts';
  /** @param {string} name @param {string} text a module of TypeScript */
  const module = (name, text) =>
    write(
      path.join(home, `${name}.${language}`),
      isTyped ? text : text.replace('export default', 'module.exports =')
    );
  write(
    path.join(home, 'package.json'),
    JSON.stringify({ name: 'other-app', version: '1.0.0', private: true, dependencies }, null, 2)
  );
  if (isTyped) write(path.join(home, 'tsconfig.json'), JSON.stringify(TSCONFIG));
  for (const [name, text] of Object.entries(CONFIG)) {
    module(path.join('config', name), `export default ${text};\n`);
  }
  module(path.join('config', 'plugins'), plugins);
  module(
    path.join('src', 'index'),
    `export default ${rightsFor(readable, isTyped ? ': any' : '')};\n`
  );
  write(path.join(home, 'public', 'uploads', '.gitkeep'), '');
  for (const [name, schema] of Object.entries(schemas)) {
    const api = path.join('src', 'api', name);
    write(path.join(home, api, 'content-types', name, 'schema.json'), JSON.stringify(schema));
    for (const [folder, part] of Object.entries(PARTS)) {
      const uid = `'api::${name}.${name}'${isTyped ? ' as never' : ''}`;
      const from = isTyped
        ? "import { factories } from '@strapi/strapi';"
        : "const { factories } = require('@strapi/strapi');";
      module(
        path.join(api, folder, name),
        `${from}\nexport default factories.createCore${part}(${uid});\n`
      );
    }
  }
};
