import type { Core } from '@strapi/strapi';

import { personName } from 'strapi-plugin-kit/texts';
import type { HomePublished } from '../panel/home-contract';
import type { Day } from './days';
import { newestRows } from './newest-rows';
import { readRows } from './read-rows';
import type { ReadableType } from './readable-types';

/** What of a type is published in a day and made by others than an editor, imports among them, the newest first. */
export const listPublished = async (
  strapi: Core.Strapi,
  type: ReadableType,
  { from, until }: Day,
  editor: number
): Promise<readonly HomePublished[]> => {
  const ids = await newestRows(strapi, type, {
    where: { publishedAt: { $gte: from, $lt: until } },
    by: 'publishedAt',
    narrow(query, column) {
      query.where((others) => {
        void others.whereNot(column('createdBy'), editor).orWhereNull(column('createdBy'));
      });
    },
  });
  const rows = await readRows(strapi, type, ids);
  return rows.map(({ documentId, locale, title, createdBy, publishedAt }) => ({
    uid: type.uid,
    documentId,
    locale,
    type: type.label,
    title,
    at: new Date(publishedAt ?? from).toISOString(),
    by: createdBy === null ? null : personName(createdBy),
  }));
};
