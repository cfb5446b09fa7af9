import Database from 'better-sqlite3';
import { tell } from '../site/boot';
import { rowsOfBatch, TABLES } from './import-tables';

const [source = '', batches = '1'] = process.argv.slice(2);
const count = Number(batches);

type Row = Readonly<Record<string, unknown>>;

interface Table {
  readonly name: string;
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
    name,
    rows: from.prepare(`select * from ${name} order by id`).all() as Row[],
    insert: to.prepare(`insert into ${name} (${list}) values (${marks})`),
  };
});

const start = performance.now();
for (let batch = 0; batch < count; batch += 1) {
  to.transaction(() => {
    for (const { name, rows, insert } of tables) {
      for (const row of rowsOfBatch(name, rows, batch, count)) insert.run(row);
    }
  })();
}
const seconds = (performance.now() - start) / 1000;
const { documents } = from
  .prepare('select count(distinct document_id) as documents from posts')
  .get() as { readonly documents: number };
tell({ documents, seconds });
