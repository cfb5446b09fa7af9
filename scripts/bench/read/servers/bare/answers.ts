import { PAGE_SIZE } from '../../requests/requests';
import type { BareDatabase, Row } from './database';
import { ALL, prepareStatements, SEARCHED_COLUMNS } from './statements';

type Json = Record<string, unknown>;
type Terms = ReadonlyMap<unknown, Json[]>;

/** PostgreSQL's driver gives moments, SQLite's gives milliseconds. */
const moment = (value: unknown): Date => new Date(value as number | Date);

const termOf = (row: Row): Json => ({
  id: row['id'],
  documentId: row['documentId'],
  name: row['name'],
  slug: row['slug'],
  description: row['description'],
  createdAt: moment(row['createdAt']),
  updatedAt: moment(row['updatedAt']),
  publishedAt: moment(row['publishedAt']),
});

const namesOf = ({ id, documentId, name, slug }: Row): Json => ({ id, documentId, name, slug });

const group = (rows: readonly Row[], jsonOf: (row: Row) => Json): Terms => {
  const groups = new Map<unknown, Json[]>();
  for (const row of rows) {
    const known = groups.get(row['postId']);
    if (known === undefined) groups.set(row['postId'], [jsonOf(row)]);
    else known.push(jsonOf(row));
  }
  return groups;
};

/** As the site's pattern has it. */
const pathOf = (slug: unknown, date: Date, categories: readonly Json[]): string => {
  const day = date.toISOString().slice(0, 10).replaceAll('-', '/');
  return `/${[...categories.map((category) => category['slug']), day, slug].join('/')}.html`;
};

const postOf = (row: Row, categories: Json[], tags: Json[]): Json => {
  const date = moment(row['date']);
  const matter = row['frontMatter'];
  return {
    ...row,
    date,
    frontMatter: typeof matter === 'string' ? JSON.parse(matter) : matter,
    createdAt: moment(row['createdAt']),
    updatedAt: moment(row['updatedAt']),
    publishedAt: moment(row['publishedAt']),
    categories,
    tags,
    sourceLink: row['sourceUrl'],
    path: pathOf(row['slug'], date, categories),
  };
};

const page = (data: readonly Json[], number: number, total: number): Json => {
  const pageCount = Math.ceil(total / PAGE_SIZE);
  return { data, meta: { pagination: { page: number, pageSize: PAGE_SIZE, pageCount, total } } };
};

/** What every request of the benchmark is answered with, by hand-written statements. */
export const bareAnswers = (database: BareDatabase) => {
  const statements = prepareStatements(database);

  const relations = async (rows: readonly Row[], jsonOf: (row: Row) => Json) => {
    const ids = database.idsValue(rows.map(({ id }) => Number(id)));
    const [categories, tags] = await Promise.all([
      statements.categories(ids),
      statements.tags(ids),
    ]);
    return { categories: group(categories, jsonOf), tags: group(tags, jsonOf) };
  };

  const posts = async (rows: readonly Row[]): Promise<Json[]> => {
    const { categories, tags } = await relations(rows, termOf);
    return rows.map((row) =>
      postOf(row, categories.get(row['id']) ?? [], tags.get(row['id']) ?? [])
    );
  };

  const totalOf = async (category: number): Promise<number> =>
    Number((await statements.total(category))[0]?.['total'] ?? 0);

  return {
    async list(number: number): Promise<Json> {
      const rows = await statements.newest(PAGE_SIZE, (number - 1) * PAGE_SIZE);
      return page(await posts(rows), number, await totalOf(ALL));
    },

    async leanList(): Promise<Json> {
      const rows = await statements.newestLean(PAGE_SIZE, 0);
      const { categories, tags } = await relations(rows, namesOf);
      const data = rows.map((row) => ({
        ...row,
        date: moment(row['date']),
        categories: categories.get(row['id']) ?? [],
        tags: tags.get(row['id']) ?? [],
      }));
      return page(data, 1, await totalOf(ALL));
    },

    async slug(slug: string): Promise<Json> {
      const rows = await statements.bySlug(slug);
      return page(await posts(rows), 1, rows.length);
    },

    async category(slug: string): Promise<Json> {
      const category = Number((await statements.category(slug))[0]?.['id'] ?? -1);
      const rows = await statements.inCategory(category, PAGE_SIZE);
      return page(await posts(rows), 1, await totalOf(category));
    },

    async search(words: string): Promise<Json> {
      const found = await statements.search(...Array(SEARCHED_COLUMNS).fill(`%${words}%`));
      const ids = found.slice(0, PAGE_SIZE).map(({ id }) => Number(id));
      const rows = await statements.byIds(database.idsValue(ids));
      return page(await posts(rows), 1, found.length);
    },

    async graphql(): Promise<Json> {
      const rows = await statements.newest(PAGE_SIZE, 0);
      const { categories, tags } = await relations(rows, ({ documentId, name, slug }) => ({
        documentId,
        name,
        slug,
      }));
      return {
        data: {
          posts: rows.map(({ id, documentId, title, slug, date, excerpt, body }) => ({
            ...{ documentId, title, slug, date: moment(date), excerpt, body },
            categories: categories.get(id) ?? [],
            tags: tags.get(id) ?? [],
          })),
        },
      };
    },
  };
};
