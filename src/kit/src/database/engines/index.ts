import type { Core } from '@strapi/strapi';

import type { Engine } from './engine';
import { mysql } from './mysql';
import { postgres } from './postgres';
import { sqlite } from './sqlite';

const ENGINES: Readonly<Record<string, Engine>> = { sqlite, postgres, mysql };

/**
 * What is special about an application's database.
 *
 * @throws for a database that is not known here
 */
export const engineOf = ({ db }: Core.Strapi): Engine => {
  const { client } = db.dialect;
  const engine = Object.hasOwn(ENGINES, client) ? ENGINES[client] : undefined;
  if (engine !== undefined) return engine;
  throw new Error(
    `The database client "${client}" is not known here. Use one of: ${Object.keys(ENGINES).join(', ')}.`
  );
};
