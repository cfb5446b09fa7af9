import type { Core } from '@strapi/strapi';
import { languageOf } from 'strapi-plugin-kit/texts';

import { localesNamed } from '../permissions/locales';
import type { Context } from '../permissions/permissions';
import { readSchedules } from '../schedule/read-schedule';
import { isScheduled } from '../schedule/schedule';
import { extendLists, type Row } from './extend-lists';

/** Has the content manager's lists tell what is to be done with their documents, and when. To be called by `register`. */
export const tellSchedules = (strapi: Core.Strapi): void =>
  extendLists(strapi, async (ctx: Context, uid: string, rows: readonly Row[]) => {
    if (!isScheduled(strapi, uid)) return rows;
    const asked = (ctx.query as { readonly locale?: unknown }).locale;
    const [language = ''] = (await localesNamed(strapi, uid, asked === '*' ? null : asked)) ?? [];
    const ids = rows.map(({ documentId }) => String(documentId));
    const found = await readSchedules(strapi, uid, ids, language, languageOf(strapi, ctx));
    return rows.map((row) => {
      const schedule = found.get(String(row['documentId']));
      return schedule === undefined ? row : { ...row, newsroom: { schedule } };
    });
  });
