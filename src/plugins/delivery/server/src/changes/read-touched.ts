import type { Core } from '@strapi/strapi';
import { type Database, engineOf, type Reader } from 'strapi-plugin-kit/database';
import { table } from '../triggers/sql';
import { INBOX, LOG } from './names';
import { readerOf } from './reader';
import { readStart } from './start';

/** A place in the log that only the process knows that has read up to it. */
export interface Position {
  readonly epoch: string;
  /** The last entry of the log that was read. */
  readonly id: number;
  /** What was read as well, and was not in the log yet. */
  readonly seen: ReadonlySet<number>;
}

/** A document that has changed, or whose answers have. */
export interface Touched {
  readonly uid: string;
  /** Empty where the row has none. */
  readonly documentId: string;
}

/** More entries than anybody forgets one by one. */
const MOST = 10_000;

/** Of a log that is not being written. */
const NOWHERE: Position = { epoch: '', id: 0, seen: new Set() };

const present = async (db: Database, reader: Reader): Promise<Position> => {
  const [row] = await reader.rows(`select max(id) from ${table(db, LOG)}`, []);
  const start = await readStart(db, reader);
  if (start === null) return NOWHERE;
  return { epoch: start.epoch, id: Number(row?.[0] ?? 0), seen: new Set() };
};

/** Both at one moment: an entry is in the log or in the inbox, also while it is moved. */
const statementOf = (db: Database): string =>
  engineOf(db).keeping.appends
    ? `select id, inbox_id, uid, document_id from ${table(db, LOG)} where id > ?
        union all select 0, id, uid, document_id from ${table(db, INBOX)} limit ?`
    : `select id, 0, uid, document_id from ${table(db, LOG)} where id > ? order by id limit ?`;

/**
 * Reads what was touched by transactions that were committed since a position: none of them is left
 * out, whatever order they began in. An entry may be told for nothing, as that of a document that
 * looks as before.
 *
 * @param since null to learn the present position: to be asked for before anything is read that is
 *   to be forgotten by it
 * @returns `all` where it is not known: since nothing, since what was pruned, or of too much
 */
export const readTouched = async (
  strapi: Core.Strapi,
  since: Position | null
): Promise<{ readonly position: Position; readonly touched: readonly Touched[] | 'all' }> => {
  const { db } = strapi;
  const reader = await readerOf(strapi);
  const unknown = async () => ({ position: await present(db, reader), touched: 'all' as const });
  if (since === null || since.epoch === '') return unknown();
  const rows = await reader.rows(statementOf(db), [since.id, MOST + 1]);
  // What is forgotten by now may have been forgotten before the entries were read.
  const start = await readStart(db, reader);
  if (rows.length > MOST || start?.epoch !== since.epoch || start.forgottenTo > since.id) {
    return unknown();
  }
  const touched = new Map<string, Touched>();
  const seen = new Set<number>();
  let last = since.id;
  for (const [id, inboxId, uid, documentId] of rows) {
    if (Number(id) === 0) seen.add(Number(inboxId));
    last = Math.max(last, Number(id));
    if (since.seen.has(Number(inboxId))) continue;
    const document = { uid: String(uid), documentId: String(documentId) };
    touched.set(`${document.uid} ${document.documentId}`, document);
  }
  return { position: { epoch: since.epoch, id: last, seen }, touched: [...touched.values()] };
};
