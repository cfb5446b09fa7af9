import type { Core, UID } from '@strapi/strapi';
import { columnOf } from 'strapi-plugin-kit/database';

import { isLocalised } from '../triggers/shown-columns';
import { column, table } from '../triggers/sql';
import { sql, type Text, value } from './read-rows';

/** Asks for the rows of what lists documents, those that are public: `term`, by this name. */
export const termRows = (
  strapi: Core.Strapi,
  uid: string,
  locale: string | null
): { readonly from: string; readonly where: Text } => {
  const { db } = strapi;
  const schema = strapi.contentType(uid as UID.ContentType);
  const own = (attribute: string): string => `term.${column(db, columnOf(db, uid, attribute))}`;
  const isShown =
    schema.options?.draftAndPublish === true ? sql`${own('publishedAt')} is not null` : sql`1 = 1`;
  const inLocale =
    locale !== null && isLocalised(schema) ? sql` and ${own('locale')} = ${value(locale)}` : sql``;
  return {
    from: `${table(db, db.metadata.get(uid).tableName)} as term`,
    where: sql`${isShown}${inLocale}`,
  };
};
