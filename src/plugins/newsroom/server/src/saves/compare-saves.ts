import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { mergeSave } from '../core/merge-save';
import { parseReading, type Reading, readingOf } from '../core/reading';
import { type Context, permissionsOf } from '../permissions/permissions';
import { messages } from '../messages';
import { type ReadDocument, readDocument } from '../reading/read-document';
import { askedBy } from './panel-context';
import { refusalOf, visibleReading } from './refuse-save';

/** Tells the document as the form was made from it: `{ version, attributes: { NAME: HASH } }`. */
const READING_HEADER = 'newsroom-reading';

type Action = (ctx: Context) => Promise<unknown>;
type Actions = Readonly<Record<string, Action>>;

type Document = Readonly<Record<string, unknown>>;

interface Answer {
  readonly data?: Document | null;
  readonly meta?: Readonly<Record<string, unknown>>;
}

/** Adds to an answer with a document how that was read. */
const tellReading = (ctx: Context, tell: (data: Document) => Reading | null): void => {
  const { data, meta } = (ctx.body ?? {}) as Answer;
  if (ctx.status !== 200 || data === null || data === undefined) return;
  const newsroom = tell(data);
  if (newsroom !== null) ctx.body = { ...(ctx.body as object), meta: { ...meta, newsroom } };
};

/** Tells a form how its document was read. */
const tellForm =
  (strapi: Core.Strapi, types: ReadonlySet<string>, action: Action): Action =>
  async (ctx) => {
    const asked = askedBy(ctx);
    if (asked === null || !types.has(asked.uid) || ctx.query['status'] === 'published') {
      return action(ctx);
    }
    // Before the form's own reading: what is written in between is then known to both, or a change by somebody else.
    const read = await readDocument(strapi, asked);
    const result = await action(ctx);
    tellReading(ctx, (data) => (read === null ? null : visibleReading(read, data)));
    return result;
  };

/**
 * How a form is to be compared the next time that has been saved: what it has written was read as it is now, and all
 * else as before, since the form does not show yet what others have made of it.
 */
const readingAfter = (
  { attributes }: ReadDocument,
  reading: Reading,
  written: object
): Reading | null =>
  readingOf(
    Object.fromEntries(
      Object.entries(reading.attributes).map(([name, hash]) => [
        name,
        name in written ? (attributes.get(name)?.hash ?? hash) : hash,
      ])
    )
  );

/** Writes what its editor has changed, and refuses what somebody else has changed, too. */
const compareSave =
  (strapi: Core.Strapi, types: ReadonlySet<string>, action: Action): Action =>
  async (ctx) => {
    const header = ctx.get(READING_HEADER);
    const asked = askedBy(ctx);
    if (header === '' || asked === null || !types.has(asked.uid)) return action(ctx);
    const reading = parseReading(header);
    const body: unknown = ctx.request.body;
    if (reading === null || typeof body !== 'object' || body === null) {
      throw messages.error(errors.ValidationError, 'save.no-reading', { header: READING_HEADER });
    }
    const permissions = permissionsOf(strapi, ctx, asked.uid);
    // Strapi says why not, and nothing is told of the document.
    if (permissions.cannot.update()) return action(ctx);
    /** Answers with what is refused; null where it was saved. */
    const save = async (): Promise<object | null> => {
      // An attempt before this one may have changed it.
      ctx.request.body = body;
      const now = await readDocument(strapi, asked);
      if (now === null) {
        await action(ctx);
        return null;
      }
      const sent = body as Readonly<Record<string, unknown>>;
      const { data, conflicts } = mergeSave(sent, reading, now.attributes);
      if (conflicts.length > 0) return refusalOf(strapi, ctx, asked, now, conflicts);
      ctx.request.body = data;
      await action(ctx);
      const after = await readDocument(strapi, asked);
      tellReading(ctx, () => (after === null ? null : readingAfter(after, reading, data)));
      return null;
    };
    // As one of the content manager's own, it locks the document first, and is begun anew where the database asks for it.
    const refusal = await strapi.db.transaction(save);
    if (refusal !== null) {
      ctx.status = 409;
      ctx.body = refusal;
    }
    return undefined;
  };

const MANAGED = 'plugin::content-manager.collection-types';

/**
 * Has the content manager compare what a form saves with what it was made from, for the types that are served.
 * Requests without the header are as they were. To be called by `register`.
 */
export const compareSaves = (strapi: Core.Strapi, types: ReadonlySet<string>): void => {
  const controllers = strapi.get('controllers') as {
    extend(uid: string, change: (actions: Actions) => Actions): unknown;
  };
  controllers.extend(MANAGED, (actions) => {
    const { findOne, update, publish } = actions;
    if (findOne === undefined || update === undefined || publish === undefined) return actions;
    return {
      ...actions,
      findOne: tellForm(strapi, types, findOne),
      update: compareSave(strapi, types, update),
      publish: compareSave(strapi, types, publish),
    };
  });
};
