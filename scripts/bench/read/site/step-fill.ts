import { engineOf, type TableRows } from 'strapi-plugin-kit/database';
import { letPublicRead } from '../../../../src/boot/let-public-read';
import { tell, withApp } from '../../../site/boot';
import * as made from './made-posts';

const [appDir = '', count = '0'] = process.argv.slice(2);
const posts = Number(count);

/** Posts that go into one transaction. */
const BATCH = 1000;

const MADE = new Date(Date.UTC(2024, 0, 2));

const COLUMNS = [
  ...['id', 'document_id', 'title', 'slug', 'date', 'body', 'excerpt'],
  ...['source_code', 'source_key', 'source_url', 'source_name', 'front_matter'],
  ...['created_at', 'updated_at', 'published_at'],
];

/** A draft has the number before that of its published copy. */
const rowOf = (index: number) => 2 * index + 2;

const postRows = (batch: readonly made.MadePost[], start: number): TableRows => ({
  columns: COLUMNS,
  rows: batch.map((post, offset) => [
    ...[rowOf(start + offset), post.documentId, post.title, post.slug, post.date],
    ...[post.body, post.excerpt, post.sourceCode, post.sourceCode, post.sourceUrl],
    ...[post.sourceName, '{"layout":"post"}', MADE, MADE, post.date],
  ]),
});

const linkRows = (
  batch: readonly made.MadePost[],
  start: number,
  [column, attribute]: readonly ['category' | 'tag', 'categories' | 'tags']
): TableRows => ({
  columns: ['post_id', `${column}_id`, `${column}_ord`],
  rows: batch.flatMap((post, offset) =>
    post[attribute].map((index, order) => [rowOf(start + offset), index + 1, order + 1])
  ),
});

const termRows = (
  kind: 'c' | 't',
  length: number,
  nameOf: (index: number) => string,
  slugOf: (index: number) => string
): TableRows => ({
  columns: ['id', 'document_id', 'name', 'slug', 'created_at', 'updated_at', 'published_at'],
  rows: Array.from({ length }, (_, index) => [
    ...[index + 1, made.documentIdOf(kind, index), nameOf(index), slugOf(index)],
    ...[MADE, MADE, MADE],
  ]),
});

/** What makes a draft of each published row from one id on, and has it linked to the same terms. */
const DRAFTS = [
  `insert into posts (${COLUMNS.join(', ')})
    select id - 1, ${COLUMNS.slice(1, -1).join(', ')}, null from posts where id >= ?`,
  ...['category', 'tag'].map((term) => {
    const table = `posts_${term === 'tag' ? 'tags' : 'categories'}_lnk`;
    return `insert into ${table} (post_id, ${term}_id, ${term}_ord)
      select post_id - 1, ${term}_id, ${term}_ord from ${table} where post_id >= ?`;
  }),
];

/**
 * Fills the empty database of a stock app with posts that are published, and lets everybody read
 * them: what a site is before it gets this project's plugins.
 */
void withApp(appDir, async (strapi) => {
  const { db } = strapi;
  const { insertRows } = engineOf(db);
  await letPublicRead(strapi);
  await db.connection.transaction(async (trx) => {
    const categories = termRows('c', made.CATEGORIES, made.categoryName, made.categorySlug);
    await insertRows(db, trx, 'categories', categories);
    await insertRows(db, trx, 'tags', termRows('t', made.TAGS, made.tagName, made.tagSlug));
  });
  for (let start = 0; start < posts; start += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, posts - start) }, (_, offset) =>
      made.makePost(start + offset, posts)
    );
    await db.connection.transaction(async (trx) => {
      await insertRows(db, trx, 'posts', postRows(batch, start));
      const categories = linkRows(batch, start, ['category', 'categories']);
      await insertRows(db, trx, 'posts_categories_lnk', categories);
      await insertRows(db, trx, 'posts_tags_lnk', linkRows(batch, start, ['tag', 'tags']));
      for (const statement of DRAFTS) await trx.raw(statement, [rowOf(start)]);
    });
  }
  // As PostgreSQL does by itself some time after tables have grown; SQLite never does.
  if (db.dialect.client === 'postgres') await db.connection.raw('vacuum analyze');
  tell({});
});
