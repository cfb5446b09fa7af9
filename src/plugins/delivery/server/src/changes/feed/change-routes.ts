import type { Core, UID } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { LoggedTable } from 'strapi-plugin-kit/database';
import { readConfig } from '../../config/read-config';
import { describeChanges } from '../../description/described';
import { logOf } from '../logged';
import { readChanges } from './read-changes';
import type { Untold } from './read-entries';
import { readRequest } from './read-request';

/** As much of Koa's context as is used here. */
interface Context {
  readonly query: unknown;
  readonly state: { readonly auth?: unknown };
  status: number;
  body: unknown;
  set(name: string, value: string): void;
}

/** Who may ask for a type's documents may hear of their changes. */
const mayFind = async (strapi: Core.Strapi, auth: unknown, uid: string): Promise<boolean> => {
  try {
    await strapi.auth.verify(auth as never, { scope: [`${uid}.find`] });
    return true;
  } catch (error) {
    if (error instanceof errors.ForbiddenError || error instanceof errors.UnauthorizedError) {
      return false;
    }
    throw error;
  }
};

const UNTOLD: Readonly<Record<Untold, { status: number; name: string; message: string }>> = {
  OFF: {
    status: 503,
    name: 'ServiceUnavailableError',
    message: 'Changes are not being logged at the moment: ask again later.',
  },
  FORGOTTEN: {
    status: 410,
    name: 'GoneError',
    message:
      'What has changed since this position is not known any more. Start again: ask without "since" for the present position, then read all documents.',
  },
};

const pluralOf = (strapi: Core.Strapi, uid: string): string =>
  strapi.contentType(uid as UID.ContentType).info.pluralName;

/** The types that are asked for, of those that may be. */
const chooseTypes = async (
  strapi: Core.Strapi,
  auth: unknown,
  tables: readonly LoggedTable[],
  names: readonly string[] | null
): Promise<readonly LoggedTable[]> => {
  const byName = new Map(tables.map((table) => [pluralOf(strapi, table.uid), table]));
  const asked = names?.map((name) => {
    const table = byName.get(name);
    if (table !== undefined) return table;
    const known = [...byName.keys()].join(', ');
    throw new errors.ValidationError(`"types" is wrong: there is no "${name}", but ${known}.`);
  });
  const allowed: LoggedTable[] = [];
  for (const table of asked ?? tables) {
    if (await mayFind(strapi, auth, table.uid)) allowed.push(table);
    else if (asked !== undefined) throw new errors.ForbiddenError();
  }
  if (allowed.length === 0) throw new errors.ForbiddenError();
  return allowed;
};

const answer =
  (strapi: Core.Strapi, tables: () => readonly LoggedTable[]) =>
  async (ctx: Context): Promise<void> => {
    const { since, limit, types } = readRequest(ctx.query);
    const chosen = await chooseTypes(strapi, ctx.state.auth, tables(), types);
    const page = await readChanges(strapi, since, chosen, limit);
    ctx.set('Cache-Control', 'no-store');
    if (typeof page === 'string') {
      const { status, name, message } = UNTOLD[page];
      ctx.status = status;
      ctx.body = { data: null, error: { status, name, message, details: {} } };
      return;
    }
    const data = page.data.map((change) => ({ type: pluralOf(strapi, change.uid), ...change }));
    ctx.body = { data, meta: page.meta };
  };

/**
 * The route of the change feed, where changes are logged.
 *
 * @param uids the types whose lists are Strapi's own: what a controller or policies of the application
 *   keep from somebody must not be told him
 */
export const changeRoutes = (strapi: Core.Strapi, uids: readonly string[]): readonly object[] => {
  const config = readConfig(strapi.config.get('plugin::delivery'));
  if (!config.enabled || !config.changes) return [];
  let known: readonly LoggedTable[] | undefined;
  const tables = (): readonly LoggedTable[] => {
    known ??= logOf(strapi, uids).tables.filter(({ uid }) => uids.includes(uid));
    return known;
  };
  return [
    {
      ...describeChanges(),
      method: 'GET' as const,
      path: '/changes',
      handler: answer(strapi, tables),
      // Which types may be asked for is looked at one by one.
      config: { auth: { scope: [] } },
    },
  ];
};
