import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { tell } from '../site/boot';
import { rowsOfBatch, TABLES } from './import-tables';

const [source = '', batches = '1'] = process.argv.slice(2);
const count = Number(batches);

interface Table {
  readonly name: string;
  /** In the form in which COPY writes and reads them, a line each. */
  readonly rows: readonly Buffer[];
}

const NEW_LINE = 10;

/** A row is a line: line ends of its values are escaped. */
const linesOf = (text: Buffer): Buffer[] => {
  const lines: Buffer[] = [];
  for (let start = 0; start < text.length;) {
    const end = text.indexOf(NEW_LINE, start) + 1;
    lines.push(text.subarray(start, end));
    start = end;
  }
  return lines;
};

const read = async (client: Client, name: string): Promise<Table> => {
  const pieces: Buffer[] = [];
  const rows = client.query(copyTo(`copy (select * from ${name} order by id) to stdout`));
  for await (const piece of rows) pieces.push(piece as Buffer);
  return { name, rows: linesOf(Buffer.concat(pieces)) };
};

const connect = async (connectionString: string | undefined): Promise<Client> => {
  const client = new Client({ connectionString });
  await client.connect();
  return client;
};

/** What bounds an import on PostgreSQL: COPY of the very rows, as it would have them. */
const write = async (): Promise<void> => {
  const from = await connect(source);
  const tables: Table[] = [];
  for (const name of TABLES) tables.push(await read(from, name));
  const { rows } = await from.query(
    'select count(distinct document_id)::int as documents from posts'
  );
  await from.end();

  const to = await connect(process.env['DATABASE_URL']);
  const start = performance.now();
  for (let batch = 0; batch < count; batch += 1) {
    await to.query('begin');
    for (const table of tables) {
      const part = rowsOfBatch(table.name, table.rows, batch, count);
      if (part.length === 0) continue;
      const lines = Readable.from([Buffer.concat(part)]);
      await pipeline(lines, to.query(copyFrom(`copy ${table.name} from stdin`)));
    }
    await to.query('commit');
  }
  const seconds = (performance.now() - start) / 1000;
  await to.end();
  tell({ documents: rows[0].documents, seconds });
};

void write();
