import type { Core } from '@strapi/strapi';

type Subscriber = Exclude<
  Parameters<Core.Strapi['db']['lifecycles']['subscribe']>[0],
  (...args: never[]) => unknown
>;
type Event = Parameters<NonNullable<Subscriber['beforeCreate']>>[0];

/** What of a row decides its date; rows come as whatever the caller wrote. */
interface Row {
  documentId?: unknown;
  locale?: unknown;
  publishedAt?: unknown;
  date?: unknown;
}

const wantsDate = (row: Row): boolean => Boolean(row.publishedAt) && !row.date;

/**
 * Gives a post that is published without a date the time of publishing. Its draft gets the same:
 * else the next publishing, which copies the draft, would date the post anew.
 */
const dateOne = async ({ model, params }: Event): Promise<void> => {
  const row: Row = params.data;
  if (!wantsDate(row)) {
    return;
  }
  const date = new Date();
  row.date = date;
  if (row.documentId) {
    // Below the hooks, so that the draft does not count as edited.
    await strapi.db
      .queryBuilder(model.uid)
      .where({
        documentId: row.documentId,
        locale: row.locale ?? null,
        publishedAt: null,
        date: null,
      })
      .update({ date })
      .execute();
  }
};

/** A bulk write brings drafts and published rows together; each gets its date where it has none. */
const dateMany = ({ params }: Event): void => {
  const rows: unknown = params.data;
  if (!Array.isArray(rows)) {
    return;
  }
  const date = new Date();
  const dated = new Set(rows.filter(wantsDate).map((row: Row) => row.documentId));
  for (const row of rows as Row[]) {
    if (!row.date && (wantsDate(row) || (row.documentId && dated.has(row.documentId)))) {
      row.date = date;
    }
  }
};

export default { beforeCreate: dateOne, beforeCreateMany: dateMany };
