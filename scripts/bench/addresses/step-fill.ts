import type { Core } from '@strapi/strapi';
import { root, tell, withApp } from '../../site/boot';
import * as site from './site';

type Connection = Core.Strapi['db']['connection'];
type Row = Readonly<Record<string, unknown>>;

const [posts = '0', addresses = '0'] = process.argv.slice(2);
const size: site.SiteSize = { posts: Number(posts), addresses: Number(addresses) };

/** Rows that go into one statement. */
const CHUNK = 200;
const PARAGRAPH = 'Output rose in the second quarter, and orders for the third are in. ';
const BODY = PARAGRAPH.repeat(15);
const now = new Date();
const stamps = { created_at: now, updated_at: now };

function* range(length: number): Generator<number> {
  for (let index = 0; index < length; index += 1) yield index;
}

function* categories(): Generator<Row> {
  for (const index of range(site.CATEGORIES)) {
    const slug = site.categorySlug(index);
    yield {
      id: index + 1,
      document_id: site.documentIdOf('c', index),
      name: slug,
      slug,
      published_at: now,
      ...stamps,
    };
  }
}

/** A draft and its published copy. */
function* rowsOfPosts(): Generator<Row> {
  for (const post of range(size.posts)) {
    for (const publishedAt of [null, now]) {
      yield {
        id: rowId(post, publishedAt !== null),
        document_id: site.documentIdOf('p', post),
        title: `Post ${post}`,
        slug: site.slugOf(post),
        date: site.dateOf(post),
        body: BODY,
        published_at: publishedAt,
        ...stamps,
      };
    }
  }
}

const rowId = (post: number, published: boolean): number => 2 * post + (published ? 2 : 1);

function* links(): Generator<Row> {
  for (const post of range(size.posts)) {
    for (const published of [false, true]) {
      yield {
        post_id: rowId(post, published),
        category_id: site.categoryOf(post) + 1,
        category_ord: 1,
      };
    }
  }
}

const address = (scope: string, text: string, type: string, target: string, more: Row): Row => {
  const key = site.keyOf(scope, text);
  return {
    document_id: key.slice(0, 24),
    key,
    address: text,
    kind: scope === site.PATHS ? 'path' : 'slug',
    target_type: type,
    target_document_id: target,
    target_locale: '',
    state: 'former',
    origin: 'given',
    published_at: now,
    ...stamps,
    ...more,
  };
};

function* allAddresses(): Generator<Row> {
  const current = { state: 'current', origin: 'made' };
  for (const index of range(site.CATEGORIES)) {
    const target = site.documentIdOf('c', index);
    const scope = `slug:${site.CATEGORY}:`;
    yield address(scope, site.categorySlug(index), site.CATEGORY, target, current);
  }
  for (const post of range(size.posts)) {
    const target = site.documentIdOf('p', post);
    yield address(site.POST_SLUGS, site.slugOf(post), site.POST, target, current);
    for (const number of range(site.othersOf(size))) {
      const [scope, text] =
        number % 2 === 0
          ? [site.POST_SLUGS, site.formerSlug(post, number)]
          : [site.PATHS, site.legacyPath(post, number)];
      yield address(scope, text, site.POST, target, {});
    }
  }
}

const insert = async (trx: Connection, table: string, rows: Iterable<Row>): Promise<void> => {
  const chunk: Row[] = [];
  for (const row of rows) {
    chunk.push(row);
    if (chunk.length === CHUNK) await trx(table).insert(chunk.splice(0));
  }
  if (chunk.length > 0) await trx(table).insert(chunk);
};

/** Fills an empty database with a site of the size that is named, without holding it in memory. */
void withApp(root, async ({ db }) => {
  await db.connection.transaction(async (trx) => {
    await insert(trx, 'categories', categories());
    await insert(trx, 'posts', rowsOfPosts());
    await insert(trx, 'posts_categories_lnk', links());
    await insert(trx, 'permalinks_addresses', allAddresses());
  });
  // As a server's own housekeeping would have done it for tables that have grown.
  if (db.dialect.client !== 'mysql') await db.connection.raw('analyze');
  tell({});
});
