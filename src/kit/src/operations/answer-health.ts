import type { Core } from '@strapi/strapi';
import { engineOf } from '../database';
import { checkAtMost } from './check-at-most';

const PATH = '/_health';

/** How long it holds that the database has answered, in milliseconds. */
const INTERVAL = 1_000;

/** Says which of the two answers; where all is well Strapi's answer has no body. */
const HEADER = 'X-Health';

const word = (isUp: boolean): string => (isUp ? 'up' : 'down');

/**
 * Has `/_health` answer with 503 while the database does not; else it is Strapi's 204, as before. The database is asked
 * once a second at most, by a connection that is none of the pool's, and waited for a second.
 *
 * A cache that is away is told, and is no reason to take an instance out of service: it answers without.
 *
 * @param strapi before its routes are mounted, as in `bootstrap`
 * @param isCacheUp whether the cache answers; null where there is none
 */
export const answerHealth = (strapi: Core.Strapi, isCacheUp: () => boolean | null): void => {
  const ping = engineOf(strapi.db).openPing(strapi.db);
  const isDatabaseUp = checkAtMost(() => ping().then(() => true), INTERVAL);
  strapi.server.use(async (ctx, next) => {
    if (ctx.path !== PATH) return next();
    const isUp = await isDatabaseUp();
    const cache = isCacheUp();
    const told = { database: word(isUp), ...(cache === null ? {} : { cache: word(cache) }) };
    ctx.set(
      HEADER,
      Object.entries(told)
        .map(([what, state]) => `${what} ${state}`)
        .join(', ')
    );
    ctx.set('Cache-Control', 'no-store');
    if (isUp) return next();
    ctx.status = 503;
    ctx.body = told;
  });
};
