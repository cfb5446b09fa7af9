import type { Core } from '@strapi/strapi';

type Row = Record<string, unknown>;

/** What no two imports have in common: ids, the moments of writing, and who wrote. */
const OWN = new Set([
  'id',
  'documentId',
  'createdAt',
  'updatedAt',
  'run',
  'createdRun',
  'targetDocumentId',
  'imported',
]);

const strip = (row: Row, more: readonly string[] = []): Row =>
  Object.fromEntries(
    Object.entries(row).filter(([name]) => !OWN.has(name) && !more.includes(name))
  );

const inOrder = (rows: readonly Row[]): readonly string[] =>
  rows.map((row) => JSON.stringify(row)).sort();

/** Every link table's rows, with slugs for row ids: what is linked to what, in which order. */
const linksOf = async (strapi: Core.Strapi, attribute: string, target: string): Promise<Row[]> => {
  const meta = strapi.db.metadata.get('api::post.post').attributes[attribute] as {
    joinTable: { name: string; joinColumn: { name: string }; inverseJoinColumn: { name: string } };
  };
  const { name, joinColumn, inverseJoinColumn } = meta.joinTable;
  const posts = new Map(
    (
      await strapi.db.query('api::post.post').findMany({ select: ['id', 'slug', 'publishedAt'] })
    ).map((row: { id: number; slug: string; publishedAt: string | null }) => [
      row.id,
      `${row.slug} ${row.publishedAt === null ? 'draft' : 'published'}`,
    ])
  );
  const terms = new Map(
    (await strapi.db.query(target).findMany({ select: ['id', 'slug'] })).map(
      (row: { id: number; slug: string }) => [row.id, row.slug]
    )
  );
  const rows: Row[] = await strapi.db.getConnection(name).select('*');
  return rows.map(({ id: _, [joinColumn.name]: post, [inverseJoinColumn.name]: term, ...row }) => ({
    ...row,
    post: posts.get(Number(post)),
    term: terms.get(Number(term)),
  }));
};

/** The rows of posts, terms and their links, but for ids and times. */
export const dumpDocuments = async (strapi: Core.Strapi) => {
  const all = (uid: string): Promise<Row[]> => strapi.db.query(uid).findMany({});
  const posts = (await all('api::post.post')).map((row) => ({
    ...strip(row, ['publishedAt']),
    isPublished: row['publishedAt'] !== null,
  }));
  return {
    posts: inOrder(posts),
    categories: inOrder(
      (await all('api::category.category')).map((row) => strip(row, ['publishedAt']))
    ),
    tags: inOrder((await all('api::tag.tag')).map((row) => strip(row, ['publishedAt']))),
    categoryLinks: inOrder(await linksOf(strapi, 'categories', 'api::category.category')),
    tagLinks: inOrder(await linksOf(strapi, 'tags', 'api::tag.tag')),
  };
};

/** The addresses of one kind. */
export const dumpAddresses = async (strapi: Core.Strapi, where: object = {}) =>
  inOrder(
    (await strapi.db.query('plugin::permalinks.address').findMany({ where })).map((row: Row) =>
      strip(row, ['publishedAt'])
    )
  );

/** The ledger's word on files and terms. */
export const dumpLedger = async (strapi: Core.Strapi) => ({
  records: inOrder(
    (await strapi.db.query('plugin::front-matter.record').findMany({})).map((row: Row) =>
      strip(row, ['publishedAt'])
    )
  ),
  terms: inOrder(
    (await strapi.db.query('plugin::front-matter.term').findMany({})).map((row: Row) =>
      strip(row, ['publishedAt'])
    )
  ),
});
