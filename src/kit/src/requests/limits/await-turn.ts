import type { Core } from '@strapi/strapi';

import { openLane, patienceOf } from '../../database/connections/lane';
import { ReadError } from '../../database/connections/read-errors';
import { TOO_SLOW } from '../errors/request-error-of';
import type { Limits } from './limits';
import type { SlowForms } from './slow-forms';

/** One more than are read at once: it asks Strapi who it is of meanwhile. */
const NEXT = 1;

/**
 * Has a read that takes long wait for its turn before anything is done for it, and refuses it there where too many
 * wait already. Strapi would ask the database first who it is of and what that one may do, and a crowd of them would
 * keep the process from all other requests.
 *
 * @param isFull whether what takes long is refused for the moment, by whom it is read
 */
export const awaitTurn = (
  strapi: Core.Strapi,
  slowForms: SlowForms,
  { slowReads, slowReadsWaiting, statementTimeout }: Limits,
  isFull: () => boolean
): Core.MiddlewareHandler => {
  const prefix = `${String(strapi.config.get('api.rest.prefix', '/api'))}/`;
  const lane = openLane({
    atOnce: slowReads + NEXT,
    waiting: slowReadsWaiting,
    patience: patienceOf(statementTimeout),
    sharesTurn: false,
  });
  return async (ctx, next) => {
    if (ctx.method !== 'GET' || !ctx.path.startsWith(prefix) || !slowForms.has(ctx)) return next();
    if (isFull()) return ctx['serviceUnavailable'](TOO_SLOW);
    let hasTurn = false;
    try {
      return await lane.through(ctx, async () => {
        hasTurn = true;
        return (await next()) as unknown;
      });
    } catch (error) {
      if (hasTurn || !(error instanceof ReadError)) throw error;
      return ctx['serviceUnavailable'](TOO_SLOW);
    }
  };
};
