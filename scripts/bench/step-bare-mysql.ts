import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';
import { tell } from '../site/boot';
import { rowsOfBatch, TABLES } from './import-tables';

const [source = '', batches = '1'] = process.argv.slice(2);
const count = Number(batches);

/** Rows in one statement: with the longest posts well below what a server takes. */
const AT_ONCE = 500;

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

const connect = (uri: string): Promise<Connection> =>
  // Values as they go over the wire.
  createConnection({ uri, dateStrings: true, jsonStrings: true, charset: 'utf8mb4' });

const read = async (connection: Connection, name: string): Promise<Table> => {
  const [rows, fields] = await connection.query<RowDataPacket[][]>({
    sql: `select * from ${name} order by id`,
    rowsAsArray: true,
  });
  return { name, columns: fields.map((field) => field.name), rows };
};

const insert = async (to: Connection, { name, columns }: Table, rows: Table['rows']) => {
  const list = columns.map((column) => `\`${column}\``).join(', ');
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    const part = rows.slice(start, start + AT_ONCE);
    await to.query(`insert into ${name} (${list}) values ?`, [part]);
  }
};

/** What bounds an import on MariaDB: inserts of many of the very rows, as it would have them. */
const write = async (): Promise<void> => {
  const from = await connect(source);
  const tables: Table[] = [];
  for (const name of TABLES) tables.push(await read(from, name));
  const [[first]] = await from.query<RowDataPacket[]>(
    'select count(distinct document_id) as documents from posts'
  );
  await from.end();

  const to = await connect(process.env['DATABASE_URL'] ?? '');
  const start = performance.now();
  for (let batch = 0; batch < count; batch += 1) {
    await to.beginTransaction();
    for (const table of tables) {
      await insert(to, table, rowsOfBatch(table.name, table.rows, batch, count));
    }
    await to.commit();
  }
  const seconds = (performance.now() - start) / 1000;
  await to.end();
  tell({ documents: first?.['documents'], seconds });
};

void write();
