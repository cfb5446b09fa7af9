import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Database from 'better-sqlite3';
import { Pool } from 'pg';
import { answerQuestions } from '../../site/workers';
import * as site from './site';

/** The two statements of a look-up: addresses by two keys, and the row of one document. */
const [addresses = '', rows = ''] = process.argv.slice(2);

type Ask = (
  sql: string,
  bindings: readonly string[]
) => Promise<readonly Record<string, unknown>[]>;

const askSqlite = (file: string): Ask => {
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  const prepared = new Map([addresses, rows].map((sql) => [sql, database.prepare(sql)]));
  return async (sql, bindings) =>
    (prepared.get(sql)?.all(...bindings) ?? []) as Record<string, unknown>[];
};

const askPostgres = (connectionString: string): Ask => {
  const pool = new Pool({ connectionString, max: 10 });
  return async (sql, bindings) =>
    (
      await pool.query({
        name: sql === rows ? 'rows' : 'addresses',
        text: sql,
        values: [...bindings],
      })
    ).rows as Record<string, unknown>[];
};

const { DATABASE_URL, DATABASE_FILENAME = '' } = process.env;
const ask = DATABASE_URL === undefined ? askSqlite(DATABASE_FILENAME) : askPostgres(DATABASE_URL);

/** What bounds a look-up: Node's own server, and the very statements that the plugin sends. */
const server = createServer((incoming, answer) => {
  const url = new URLSearchParams(incoming.url?.split('?', 2)[1]).get('url') ?? '';
  const slug = url.slice(url.lastIndexOf('/') + 1).replace(/\.html$/u, '');
  void (async () => {
    const [found] = await ask(addresses, [
      site.keyOf(site.PATHS, url),
      site.keyOf(site.POST_SLUGS, slug),
    ]);
    const [row] = found ? await ask(rows, [String(found['targetDocumentId'])]) : [];
    const text = JSON.stringify({ data: row ?? null });
    answer.writeHead(row ? 200 : 404, {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Length': Buffer.byteLength(text),
    });
    answer.end(text);
  })();
});

server.listen(0, '127.0.0.1', () => {
  void answerQuestions({ port: () => (server.address() as AddressInfo).port }).then(() =>
    process.exit()
  );
});
