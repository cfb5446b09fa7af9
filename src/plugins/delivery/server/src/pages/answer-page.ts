import type { Core } from '@strapi/strapi';

import { endsOf, limitFor, pageText } from './page-answer';
import { type QueryText, readQueryText } from './query-text';
import { type Context, type Documents, type DocumentsAsked, readByStrapi } from './read-documents';
import { type PageRequest, readPageRequest } from './read-request';
import { type PageSite, pagesOf } from './site';

/** The documents that a page has. */
export const documentsAsked = (
  strapi: Core.Strapi,
  uid: string,
  text: QueryText,
  { limit, isBackward, cursor }: PageRequest
): DocumentsAsked => ({ uid, text, limit: limitFor(strapi, limit), isBackward, start: cursor });

/** The answer with a page. */
export const answerText = (
  { cursors }: PageSite,
  { limit, isBackward }: DocumentsAsked,
  page: Documents
): string => pageText(page.texts, limit, endsOf(cursors, page, page.texts.length, isBackward));

/** Answers with a page of a type's documents, for whoever may read its lists. */
export const answerPage =
  (strapi: Core.Strapi, uid: string) =>
  async (ctx: Context): Promise<void> => {
    const site = pagesOf(strapi);
    const request = readPageRequest(ctx.query);
    const asked = documentsAsked(strapi, uid, readQueryText(ctx.querystring), request);
    const page = await readByStrapi(site, ctx, asked);
    ctx.type = 'application/json';
    // Measured and sent as it is: Koa would go through a text twice.
    ctx.body = Buffer.from(answerText(site, asked, page));
  };
