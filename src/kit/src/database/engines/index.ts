import type { Database } from '../connections/connection';
import type { Engine } from './engine';
import { ENGINES } from './list';

/** The engine of a name, as configuration has it; undefined for one that is not known here. */
export const findEngine = (client: string): Engine | undefined =>
  Object.hasOwn(ENGINES, client) ? ENGINES[client] : undefined;

/**
 * What is special about an application's database.
 *
 * @throws for a database that is not known here
 */
export const engineOf = ({ dialect: { client } }: Pick<Database, 'dialect'>): Engine => {
  const engine = findEngine(client);
  if (engine !== undefined) return engine;
  throw new Error(
    `The database client "${client}" is not known here. Use one of: ${Object.keys(ENGINES).join(', ')}.`
  );
};
