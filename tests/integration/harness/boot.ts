import path from 'node:path';
import { createStrapi, type Core } from '@strapi/strapi';
import supertest from 'supertest';
import { comeToRest } from './come-to-rest';
import type { DatabaseKind, TestDatabase } from './databases';
import { startedDatabase } from './database/started-database';

/** The project's root. */
export const root = path.join(__dirname, '..', '..', '..');

/** A running application on a database of its own. */
export interface TestSite {
  readonly strapi: Core.Strapi;
  readonly database: TestDatabase;
  /** Sends requests to it, as a frontend would. */
  readonly http: ReturnType<typeof supertest>;
  /** Stops the application and boots it again on the same database. */
  restart(): Promise<TestSite>;
  /** Stops the application and drops its database. */
  close(): Promise<void>;
}

/** What an application's own code would do before the site starts. */
type Extend = (strapi: Core.Strapi) => void;

/** Boots the compiled application on a database that is there already. */
export const bootOn = async (
  database: TestDatabase,
  extend: Extend = () => undefined
): Promise<TestSite> => {
  for (const name of ['DATABASE_CLIENT', 'DATABASE_FILENAME', 'DATABASE_URL']) {
    Reflect.deleteProperty(process.env, name);
  }
  Object.assign(process.env, database.environment);
  const strapi = createStrapi({
    appDir: root,
    distDir: path.join(root, 'dist'),
    autoReload: false,
    serveAdminPanel: false,
  });
  strapi.log.level = 'error';
  await strapi.register();
  extend(strapi);
  await strapi.bootstrap();
  strapi.isLoaded = true;
  strapi.server.mount();
  return {
    strapi,
    database,
    http: supertest(strapi.server.httpServer),
    async restart() {
      await comeToRest(strapi);
      await strapi.destroy();
      return bootOn(database, extend);
    },
    async close() {
      await comeToRest(strapi);
      await strapi.destroy();
      await database.drop();
    },
  };
};

/** Boots the compiled application on a database of the given kind in which there is nothing yet. */
export const boot = async (kind: DatabaseKind, extend?: Extend): Promise<TestSite> =>
  bootOn(await startedDatabase(kind), extend);
