import { type Connection, type Database, Statements } from 'strapi-plugin-kit/database';
import { isLinked, type LinkedCategories, type PathColumns } from './path-columns';

/** How rows are asked for: by their own ids, or by documents, all or the published ones. */
export type ChosenBy = 'ids' | 'documents' | 'published';

const statements = new WeakMap<PathColumns, Statements>();

/** Every visitor's request reads paths: a statement is put together once for each length. */
function statementsOf(columns: PathColumns): Statements {
  const known = statements.get(columns) ?? new Statements();
  statements.set(columns, known);
  return known;
}

const inSchema = (db: Database, table: string): string => {
  const schema = db.getSchemaName();
  return schema ? `${schema}.${table}` : table;
};

/**
 * Up to so many, rows and their links are read in one statement. For more, MariaDB is not to be
 * asked to join them: while a table grows, its statistics lag behind, and by these it reads all
 * links there are to join those of some twenty rows.
 */
const FEW = 4;

/** The links of rows that come without their categories; null where these come with them. */
export const linksApart = (
  { categories }: PathColumns,
  wanted: readonly unknown[]
): LinkedCategories | null =>
  categories !== null && isLinked(categories) && wanted.length > FEW ? categories : null;

/** The statement that reads rows, once for each category that it reads with them. */
export function rowStatement(
  db: Database,
  connection: Connection,
  columns: PathColumns,
  by: ChosenBy,
  wanted: readonly (string | number)[]
): string {
  return statementsOf(columns).text(`${wanted.length} ${by}`, () => {
    const query = connection(`${inSchema(db, columns.table)} as p`).select(
      'p.id as id',
      `p.${columns.documentId} as documentId`,
      `p.${columns.slug} as slug`,
      columns.date === null ? connection.raw('null as date') : `p.${columns.date} as date`,
      `p.${columns.publishedAt} as publishedAt`,
      'p.locale as locale'
    );
    joinCategories(db, connection, query, columns, linksApart(columns, wanted) !== null);
    if (by === 'ids') return query.whereIn('p.id', wanted);
    query.whereIn(`p.${columns.documentId}`, wanted);
    return by === 'documents' ? query : query.whereNotNull(`p.${columns.publishedAt}`);
  });
}

function joinCategories(
  db: Database,
  connection: Connection,
  query: ReturnType<Connection>,
  { categories }: PathColumns,
  areApart: boolean
): void {
  if (categories === null || areApart) {
    query.select(connection.raw('null as category'));
    return;
  }
  const { link, foreignKey, slug } = categories;
  const table = `${inSchema(db, categories.table)} as c`;
  query.select(`c.${slug} as category`);
  if (link) {
    query
      .leftJoin(`${inSchema(db, link.table)} as l`, `l.${link.from}`, 'p.id')
      .leftJoin(table, 'c.id', `l.${link.to}`)
      .orderBy([`l.${link.order}`, 'l.id']);
  } else {
    query.leftJoin(table, 'c.id', `p.${String(foreignKey)}`);
  }
}

/** The statement that reads the categories that rows are linked to, in each row's order. */
export function categoryStatement(
  db: Database,
  connection: Connection,
  columns: PathColumns,
  { table, slug, link }: LinkedCategories,
  rows: readonly number[]
): string {
  return statementsOf(columns).text(`${rows.length} categories`, () =>
    connection(`${inSchema(db, link.table)} as l`)
      .select(`l.${link.from} as row`, `c.${slug} as slug`)
      .leftJoin(`${inSchema(db, table)} as c`, 'c.id', `l.${link.to}`)
      .whereIn(`l.${link.from}`, rows)
      .orderBy([`l.${link.order}`, 'l.id'])
  );
}
