import type { Core } from '@strapi/strapi';
import { engineOf, type LoggedTable, type Reader } from 'strapi-plugin-kit/database';
import { table } from '../../triggers/sql';
import { foldEntries, keyOf } from './fold-entries';
import { moveStep } from '../move-inbox';
import { INBOX } from '../names';
import { type Place, writePlace } from './place';
import { presentPlace, readEntries, type Untold } from './read-entries';
import { readStatus } from './read-status';
import { readerOf } from '../reader';

/** What became of a document; as it is by now, so that what is told last is what is there. */
interface ToldChange {
  readonly kind: 'created' | 'changed' | 'unpublished' | 'deleted';
  readonly uid: string;
  readonly documentId: string;
  readonly locale: string | null;
  readonly at: string;
}

/** A page of the feed, as it is answered. */
export interface ChangePage {
  readonly data: readonly ToldChange[];
  readonly meta: { readonly next: string; readonly hasMore: boolean };
}

/** Entries that are read for one page: a document may have many. */
const MOST_ENTRIES = 2_000;

const emptyPage = (place: Place): ChangePage => ({
  data: [],
  meta: { next: writePlace(place), hasMore: false },
});

/** Moves what is committed by now to the log, and tells whether there may be more. */
const moveSome = async (strapi: Core.Strapi, reader: Reader): Promise<boolean> => {
  if (!engineOf(strapi.db).keeping.appends) return false;
  const waiting = await reader.rows(`select id from ${table(strapi.db, INBOX)} limit ?`, [1]);
  return waiting.length > 0 && moveStep(strapi.db);
};

/**
 * Reads a page of the feed.
 *
 * @param since null for the present place, with no changes
 * @param tables the types that are asked for
 * @param limit how many changes there may be
 */
export const readChanges = async (
  strapi: Core.Strapi,
  since: Place | null,
  tables: readonly LoggedTable[],
  limit: number
): Promise<ChangePage | Untold> => {
  const reader = await readerOf(strapi);
  const isMoving = await moveSome(strapi, reader);
  if (since === null) {
    const place = await presentPlace(strapi, reader);
    return place === null ? 'OFF' : emptyPage(place);
  }
  const entries = await readEntries(strapi, reader, since, MOST_ENTRIES);
  if (typeof entries === 'string') return entries;
  const asked = new Set(tables.map(({ uid }) => uid));
  const { changes, last, isCut } = foldEntries(entries, (uid) => asked.has(uid), limit);
  const status = await readStatus(strapi, reader, tables, changes);
  const data = changes.map((change): ToldChange => {
    const now = status.get(keyOf(change));
    const gone = now === undefined ? 'deleted' : 'unpublished';
    return {
      kind: now === 'published' ? (change.isNew ? 'created' : 'changed') : gone,
      uid: change.uid,
      documentId: change.documentId,
      locale: change.locale === '' ? null : change.locale,
      at: new Date(change.at).toISOString(),
    };
  });
  const next = last === undefined ? since : { epoch: since.epoch, id: last.id, at: last.at };
  return {
    data,
    meta: {
      next: writePlace(next),
      hasMore: isCut || entries.length === MOST_ENTRIES || isMoving,
    },
  };
};
