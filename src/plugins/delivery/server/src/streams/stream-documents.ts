import { Readable } from 'node:stream';
import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';

import { readConfig } from '../config/read-config';
import { readQueryText } from '../pages/query-text';
import type { Context } from '../pages/read-documents';
import { readPageRequest } from '../pages/read-request';
import { pagesOf } from '../pages/site';
import { batches } from './batches';
import { bindContext } from './bind-context';
import { linesOf } from './lines';

/** Seconds after which it may be tried again. */
const RETRY_AFTER = 10;

const TRUE = new Set(['true', '1']);
const FALSE = new Set(['false', '0', '']);

/** Whether each line has its cursor. */
const hasCursors = ({ query }: Context): boolean => {
  const asked: unknown = query['cursors'] ?? '';
  if (typeof asked === 'string' && TRUE.has(asked)) return true;
  if (typeof asked === 'string' && FALSE.has(asked)) return false;
  throw new errors.ValidationError('"cursors" is "true" or "false".');
};

async function* chain(first: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}

/**
 * Answers with all documents of a list, one JSON document a line. The next ones are read when the client has
 * taken those before; a failure ends the connection, so that nobody takes a part for the whole.
 */
export const streamDocuments = (strapi: Core.Strapi) => {
  const { streams } = readConfig(strapi.config.get('plugin::delivery'));
  let open = 0;

  return (uid: string) =>
    async (ctx: Context): Promise<void> => {
      const site = pagesOf(strapi);
      const { cursor, isBackward, limit } = readPageRequest(ctx.query, true);
      if (isBackward) throw new errors.ValidationError('A stream goes on "after" a cursor only.');
      const withCursors = hasCursors(ctx);
      if (open >= streams.atOnce) {
        ctx.set('Retry-After', String(RETRY_AFTER));
        throw new errors.RateLimitError(
          `No more than ${streams.atOnce} lists are streamed at once: try again in a few seconds.`
        );
      }
      open += 1;
      let isOpen = true;
      const close = (): void => {
        if (isOpen) open -= 1;
        isOpen = false;
      };
      try {
        const text = readQueryText(ctx.querystring);
        const read = batches(site, ctx, { uid, text, cursor, limit });
        const lines = (async function* lines(): AsyncGenerator<string> {
          for await (const batch of read) yield linesOf(site.cursors, batch, withCursors);
        })();
        // What is wrong is found before anything is sent.
        const first = await lines.next();
        const body = Readable.from(bindContext(chain(first.done ? '' : first.value, lines)), {
          objectMode: false,
        });
        const { res } = ctx;
        body.once('close', close);
        body.once('error', () => res.destroy());
        res.setTimeout(streams.idleSeconds * 1000, () => res.destroy());
        ctx.type = 'application/x-ndjson';
        ctx.body = body;
      } catch (error) {
        close();
        throw error;
      }
    };
};
