import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../prepare/run.mjs';

/** Types of the bundle that a stranger's application has as well: a post, and what it is filed under. */
const TYPES = ['post', 'category', 'tag'];

const CONFIG = {
  server: "({ env }) => ({ host: '127.0.0.1', port: env.int('PORT'), app: { keys: ['a', 'b'] } })",
  admin:
    "() => ({ auth: { secret: 's' }, apiToken: { salt: 's' }, transfer: { token: { salt: 's' } } })",
  database:
    "() => ({ connection: { client: 'sqlite', connection: { filename: require('node:path').join(__dirname, '../data.db') }, useNullAsDefault: true } })",
  middlewares:
    "['logger', 'errors', 'security', 'cors', 'poweredBy', 'query', 'body', 'session', 'favicon', 'public'].map((name) => `strapi::${name}`)",
  plugins: `() => ({
    'users-permissions': { config: { jwtSecret: 's' } },
    permalinks: { config: { contentTypes: { 'api::post.post': { date: 'date', categories: 'categories' } } } },
    delivery: { config: { keep: true, contentTypes: { 'api::post.post': { order: 'date' } } } },
    'front-matter': { config: { contentType: 'api::post.post' } },
    newsroom: { config: { contentTypes: { 'api::post.post': {} } } },
    'source-links': { config: { contentTypes: { 'api::post.post': {} } } },
  })`,
};

/** Lets everybody read posts. */
const INDEX = `{
  async bootstrap({ strapi }) {
    const role = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'public' } });
    for (const name of ['find', 'findOne'])
      await strapi.db.query('plugin::users-permissions.permission').create({ data: { action: 'api::post.post.' + name, role: role.id } });
  },
}`;

/** @param {string} file @param {string} text */
const write = (file, text) => {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
};

/**
 * Writes an application of a stranger's, in JavaScript, that has one version of Strapi and all packages of
 * the bundle as they would be published.
 *
 * @param {string} home an empty folder
 * @param {string} strapi a version
 * @param {readonly import('../../packages/pack.mjs').Packed[]} packages
 */
export const makeApp = (home, strapi, packages) => {
  const dependencies = {
    ...{ '@strapi/strapi': strapi, '@strapi/plugin-users-permissions': strapi },
    ...{ react: '^18.0.0', 'react-dom': '^18.0.0', 'react-router-dom': '^6.0.0' },
    'styled-components': '^6.0.0',
    ...Object.fromEntries(packages.map(({ name, tarball }) => [name, `file:${tarball}`])),
  };
  write(
    path.join(home, 'package.json'),
    JSON.stringify({ name: 'other-app', version: '1.0.0', private: true, dependencies })
  );
  for (const [name, text] of Object.entries(CONFIG)) {
    write(path.join(home, 'config', `${name}.js`), `module.exports = ${text};\n`);
  }
  write(path.join(home, 'src', 'index.js'), `module.exports = ${INDEX};\n`);
  write(path.join(home, 'public', 'uploads', '.gitkeep'), '');
  for (const name of TYPES) {
    const api = path.join(home, 'src', 'api', name);
    const schema = path.join('content-types', name, 'schema.json');
    write(
      path.join(api, schema),
      readFileSync(path.join(root, 'src', 'api', name, schema), 'utf8')
    );
    for (const kind of ['Controller', 'Router', 'Service']) {
      const file = path.join(
        api,
        kind === 'Router' ? 'routes' : `${kind.toLowerCase()}s`,
        `${name}.js`
      );
      write(
        file,
        `const { factories } = require('@strapi/strapi');\nmodule.exports = factories.createCore${kind}('api::${name}.${name}');\n`
      );
    }
  }
};

/**
 * Puts the driver of SQLite in place that this checkout uses with this Node: npm would compile another.
 * @param {string} home an application that is installed
 */
export const lendDriver = (home) => {
  /** @param {string} name */
  const lend = (name) => {
    const from = path.join(root, 'node_modules', name);
    const place = path.join(home, 'node_modules', name);
    if (existsSync(place) || !existsSync(from)) return;
    cpSync(from, place, { recursive: true });
    const { dependencies = {} } = JSON.parse(readFileSync(path.join(from, 'package.json'), 'utf8'));
    Object.keys(dependencies).forEach(lend);
  };
  lend('better-sqlite3');
};
