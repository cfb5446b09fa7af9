import { chunks, columnOf, type Connection, type Database, within } from './database';

/** One document of a type, in one locale. */
export interface DocumentRef {
  readonly documentId: string;
  /** Empty on a type that is not localised. */
  readonly locale: string;
}

/** A document's name in maps and sets. */
export const refKey = (ref: DocumentRef): string => `${ref.documentId}\0${ref.locale}`;

/**
 * Which of some documents have a row, draft or published, committed or written by this
 * transaction.
 */
export async function livingDocuments(
  db: Database,
  trx: Connection,
  type: { readonly uid: string; readonly localised: boolean },
  refs: readonly DocumentRef[]
): Promise<Set<string>> {
  const { tableName } = db.metadata.get(type.uid);
  const documentId = columnOf(db, type.uid, 'documentId');
  const living = new Set<string>();
  const look = async (ids: readonly string[], fresh: boolean) => {
    for (const chunk of chunks(ids)) {
      const query = within(db, trx, tableName)
        .select(`${documentId} as documentId`, 'locale')
        .whereIn(documentId, chunk);
      if (fresh) query.forShare();
      for (const row of (await query) as { documentId: string; locale: string | null }[]) {
        const locale = type.localised ? (row.locale ?? '') : '';
        living.add(refKey({ documentId: row.documentId, locale }));
      }
    }
  };
  const missing = () => refs.filter((ref) => !living.has(refKey(ref))).map((ref) => ref.documentId);
  await look(missing(), false);
  // Where a transaction reads a snapshot, a document committed since is only seen by locking it.
  if (db.dialect.client === 'mysql' && missing().length > 0) await look(missing(), true);
  return living;
}
