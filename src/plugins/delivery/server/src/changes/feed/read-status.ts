import type { Core } from '@strapi/strapi';
import { chunks, type LoggedTable, type Reader } from 'strapi-plugin-kit/database';
import { column, shown, table } from '../../triggers/sql';
import { type Change, keyOf } from './fold-entries';

/** What there is of a document in one language. */
type Status = 'published' | 'draft';

/** Documents that are looked up by one statement; all statements have one text. */
const CHUNK = 50;

/** What there is now of documents, by the keys of those of which there is anything. */
export const readStatus = async (
  { db }: Core.Strapi,
  reader: Reader,
  tables: readonly LoggedTable[],
  changes: readonly Change[]
): Promise<ReadonlyMap<string, Status>> => {
  const found = new Map<string, Status>();
  for (const logged of tables) {
    const { uid } = logged;
    const ids = [
      ...new Set(changes.filter((change) => change.uid === uid).map((c) => c.documentId)),
    ];
    const documentId = `row_of.${column(db, logged.documentId)}`;
    const locale = logged.locale === null ? `''` : `row_of.${column(db, logged.locale)}`;
    const sql = `select ${documentId}, ${locale},
        case when ${shown(db, logged, 'row_of')} then 1 else 0 end
      from ${table(db, logged.table)} as row_of
      where ${documentId} in (${Array(CHUNK).fill('?').join(', ')})`;
    for (const chunk of chunks(ids, CHUNK)) {
      const padded = Array.from({ length: CHUNK }, (_, index) => chunk[index] ?? chunk[0] ?? '');
      for (const [id, language, isShown] of await reader.rows(sql, padded)) {
        const key = keyOf({ uid, documentId: String(id), locale: String(language ?? '') });
        if (Number(isShown) === 1) found.set(key, 'published');
        else if (!found.has(key)) found.set(key, 'draft');
      }
    }
  }
  return found;
};
