import type { Core } from '@strapi/strapi';

const TABLE = /\b(?:from|join) [`"]([^`"]+)[`"]/gu;

/** The types whose tables a statement of Knex's reads. */
export const typesIn = ({ db }: Core.Strapi, sql: string): readonly string[] => {
  const tables = new Set([...sql.matchAll(TABLE)].map(([, table]) => table));
  return (
    [...db.metadata.values()]
      .filter(({ tableName }) => tables.has(tableName))
      .map(({ uid }) => uid)
      // Tables of links have models, too; whose links are written is told by the documents at both ends.
      .filter((uid) => uid.includes('::'))
  );
};
