import type { BareDatabase, Statement } from './database';

/** The number that stands for all categories together. */
export const ALL = 0;

const LISTED = 'where published_at is not null';

/** Indexes, listings and totals as somebody would keep them who writes for these requests alone. */
export const KEPT = [
  `create index bare_newest on posts (date desc, id desc) ${LISTED}`,
  `create index bare_slug on posts (slug) ${LISTED}`,
  `create table bare_listing as
    select l.category_id, p.date, p.id as post_id
    from posts p join posts_categories_lnk l on l.post_id = p.id ${LISTED}`,
  'create index bare_listed on bare_listing (category_id, date desc, post_id desc)',
  'create table bare_totals (category_id integer primary key, total integer not null)',
  `insert into bare_totals select ${ALL}, count(*) from posts ${LISTED}`,
  'insert into bare_totals select category_id, count(*) from bare_listing group by category_id',
];

const HEAD = ['id', 'document_id as "documentId"', 'title', 'slug', 'date'];
const STAMPS = [
  'created_at as "createdAt"',
  'updated_at as "updatedAt"',
  'published_at as "publishedAt"',
];
const POST = [
  ...HEAD,
  'body',
  'excerpt',
  'source_code as "sourceCode"',
  'source_key as "sourceKey"',
  'source_url as "sourceUrl"',
  'source_name as "sourceName"',
  'front_matter as "frontMatter"',
  ...STAMPS,
];
const TERM = ['id', 'document_id as "documentId"', 'name', 'slug', 'description', ...STAMPS];

const of = (table: string, columns: readonly string[]): string =>
  columns.map((column) => `${table}.${column}`).join(', ');

/** Rows of ids that are found first: what is sorted and skipped are numbers, not bodies. */
const rows = (columns: readonly string[], ids: string): string =>
  `select ${of('p', columns)} from (${ids}) k join posts p on p.id = k.id
    order by p.date desc, p.id desc`;

const NEWEST = `select id from posts ${LISTED} order by date desc, id desc limit ? offset ?`;

const IN_CATEGORY = `select post_id as id from bare_listing
  where category_id = ? order by date desc, post_id desc limit ?`;

const SEARCHED = [
  ...['title', 'slug', 'body', 'excerpt'],
  ...['source_code', 'source_key', 'source_url', 'source_name'],
];

const terms = (table: string, column: string, inIds: string): string =>
  `select l.post_id as "postId", ${of('t', TERM)}
    from posts_${table}_lnk l join ${table} t on t.id = l.${column}_id
    where l.post_id ${inIds} order by l.${column}_ord, l.id`;

export interface Statements {
  readonly newest: Statement;
  readonly newestLean: Statement;
  readonly bySlug: Statement;
  readonly inCategory: Statement;
  readonly byIds: Statement;
  /** The ids of all posts that have a text in them, the newest first. */
  readonly search: Statement;
  readonly categories: Statement;
  readonly tags: Statement;
  readonly category: Statement;
  readonly total: Statement;
}

export const prepareStatements = ({ prepare, inIds }: BareDatabase): Statements => ({
  newest: prepare('newest', rows(POST, NEWEST)),
  newestLean: prepare('newestLean', rows([...HEAD, 'excerpt'], NEWEST)),
  bySlug: prepare('bySlug', `select ${of('p', POST)} from posts p ${LISTED} and slug = ?`),
  inCategory: prepare('inCategory', rows(POST, IN_CATEGORY)),
  byIds: prepare(
    'byIds',
    `select ${of('p', POST)} from posts p where id ${inIds} order by date desc, id desc`
  ),
  search: prepare(
    'search',
    `select id from posts ${LISTED} and (${SEARCHED.map((name) => `${name} like ?`).join(' or ')})
      order by date desc, id desc`
  ),
  categories: prepare('categories', terms('categories', 'category', inIds)),
  tags: prepare('tags', terms('tags', 'tag', inIds)),
  category: prepare('category', 'select id from categories where slug = ?'),
  total: prepare('total', 'select total from bare_totals where category_id = ?'),
});

/** How often a search's text has to be given. */
export const SEARCHED_COLUMNS = SEARCHED.length;
