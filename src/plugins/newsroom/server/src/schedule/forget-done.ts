import type { Core } from '@strapi/strapi';
import { transact } from 'strapi-plugin-kit/database';

import type { ScheduledDeed } from '../panel/schedule-contract';
import { localesNamed } from '../permissions/locales';
import { isScheduled, SCHEDULE } from './schedule';

type Middleware = Parameters<Core.Strapi['documents']['use']>[0];

/** What need not be done any more once something was done by hand. */
const DONE: Readonly<Record<string, readonly ScheduledDeed[]>> = {
  publish: ['publish'],
  unpublish: ['unpublish'],
  delete: ['publish', 'unpublish'],
};

/** What a write does beside what it is called: REST saves and publishes by one. */
const deedOf = (action: string, status: unknown): string =>
  action === 'update' && status === 'published' ? 'publish' : action;

const middleware =
  (strapi: Core.Strapi): Middleware =>
  async (context, next) => {
    const { documentId, locale, status } = context.params as {
      readonly documentId?: unknown;
      readonly status?: unknown;
      readonly locale?: unknown;
    };
    const deeds = DONE[deedOf(context.action, status)];
    if (deeds === undefined || !isScheduled(strapi, context.uid)) return next();
    const languages = await localesNamed(strapi, context.uid, locale);
    return transact(strapi.db, async () => {
      const result = await next();
      await strapi.db.query(SCHEDULE).deleteMany({
        where: {
          contentType: context.uid,
          target: String(documentId),
          deed: { $in: [...deeds] },
          ...(languages === null ? {} : { language: { $in: [...languages] } }),
        },
      });
      return result;
    }) as ReturnType<typeof next>;
  };

/**
 * Takes a document from the schedule that is published or unpublished by hand, by whichever door, or deleted. To be
 * called by `register`.
 */
export const forgetDone = (strapi: Core.Strapi): void => {
  strapi.documents.use(middleware(strapi));
};
