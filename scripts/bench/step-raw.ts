import Database from 'better-sqlite3';
import { tell } from '../site/boot';

const [source = '', batches = '1'] = process.argv.slice(2);
const count = Number(batches);

/** What an import writes, in the order in which its tables refer to each other. */
const TABLES = [
  'categories',
  'tags',
  'posts',
  'posts_categories_lnk',
  'posts_tags_lnk',
  'permalinks_addresses',
  'front_matter_terms',
  'front_matter_records',
  'front_matter_runs',
];

type Row = Readonly<Record<string, unknown>>;

interface Table {
  readonly rows: readonly Row[];
  readonly insert: Database.Statement;
}

const from = new Database(source, { readonly: true });
const to = new Database(process.env['DATABASE_FILENAME'] ?? '');
// As config/database.ts and Strapi set them for the app.
to.pragma('journal_mode = WAL');
to.pragma('synchronous = FULL');
to.pragma('cache_size = -65536');
to.pragma('foreign_keys = ON');

const tables = TABLES.map((name): Table => {
  const columns = (from.pragma(`table_info(${name})`) as readonly { readonly name: string }[]).map(
    (column) => column.name
  );
  const marks = columns.map((column) => `@${column}`).join(', ');
  const list = columns.map((column) => `"${column}"`).join(', ');
  return {
    rows: from.prepare(`select * from ${name} order by id`).all() as Row[],
    insert: to.prepare(`insert into ${name} (${list}) values (${marks})`),
  };
});

const slice = (rows: readonly Row[], batch: number): readonly Row[] =>
  rows.slice(
    Math.floor((rows.length * batch) / count),
    Math.floor((rows.length * (batch + 1)) / count)
  );

const start = performance.now();
for (let batch = 0; batch < count; batch += 1) {
  to.transaction(() => {
    for (const [index, { rows, insert }] of tables.entries()) {
      // Terms are few and needed by all: they go first, as an import writes them when they come.
      const part = index < 2 ? (batch === 0 ? rows : []) : slice(rows, batch);
      for (const row of part) insert.run(row);
    }
  })();
}
const seconds = (performance.now() - start) / 1000;
const documents = new Set(tables[2]?.rows.map((row) => row['document_id'])).size;
tell({ documents, seconds });
