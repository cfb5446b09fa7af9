import type { Core } from '@strapi/strapi';
import type { Reader, ReadRow, RowChange } from 'strapi-plugin-kit/database';
import { table } from '../../triggers/sql';
import { LOG } from '../names';
import type { Place } from './place';
import { readStart } from '../start';

/** What became of a published row. */
export interface Entry {
  readonly id: number;
  readonly uid: string;
  readonly documentId: string;
  readonly locale: string;
  readonly kind: RowChange;
  readonly at: number;
}

/**
 * Why entries cannot be told: the log is not being written, or what came after the place is not all
 * there, or the place is in another log.
 */
export type Untold = 'OFF' | 'FORGOTTEN';

const read = ([id, uid, documentId, locale, kind, at]: ReadRow): Entry => ({
  id: Number(id),
  uid: String(uid),
  documentId: String(documentId),
  locale: String(locale),
  kind: String(kind) as RowChange,
  at: Number(at),
});

/** Entries that come after a place, in their order. */
export const readEntries = async (
  { db }: Core.Strapi,
  reader: Reader,
  { epoch, id, at }: Place,
  limit: number
): Promise<readonly Entry[] | Untold> => {
  const log = table(db, LOG);
  const rows = await reader.rows(
    `select id, uid, document_id, locale, kind, at from ${log} where id > ? order by id limit ?`,
    [id, limit]
  );
  const [own] = await reader.rows(`select at from ${log} where id = ?`, [id]);
  // What is forgotten by now may have been forgotten before the entries were read.
  const start = await readStart(db, reader);
  if (start === null) return 'OFF';
  const isOwn = own === undefined ? id === start.forgottenTo : Number(own[0]) === at;
  return start.epoch === epoch && id >= start.forgottenTo && isOwn ? rows.map(read) : 'FORGOTTEN';
};

/** The place of a reader who begins now; null where the log is not being written. */
export const presentPlace = async ({ db }: Core.Strapi, reader: Reader): Promise<Place | null> => {
  const log = table(db, LOG);
  const [last] = await reader.rows(
    `select id, at from ${log} where id = (select max(id) from ${log})`,
    []
  );
  const start = await readStart(db, reader);
  if (start === null) return null;
  return {
    epoch: start.epoch,
    id: last === undefined ? start.forgottenTo : Number(last[0]),
    at: Number(last?.[1] ?? 0),
  };
};
