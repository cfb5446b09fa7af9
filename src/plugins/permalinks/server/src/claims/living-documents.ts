import {
  chunks,
  columnOf,
  type Connection,
  type Database,
  engineOf,
  within,
} from 'strapi-plugin-kit/database';
import type { Address } from '../core/addresses/address';

/** One document of a type, in one locale. */
export interface DocumentRef {
  readonly documentId: string;
  /** Empty on a type that is not localised. */
  readonly locale: string;
}

interface Row {
  readonly documentId: string;
  readonly locale: string | null;
}

/** A document's name in maps and sets. */
export const refKey = (ref: DocumentRef): string => `${ref.documentId}\0${ref.locale}`;

/** The document that an address leads to. */
export const targetOf = (address: Address): DocumentRef => ({
  documentId: address.targetDocumentId,
  locale: address.targetLocale,
});

/**
 * Which of some documents have a row, draft or published, committed or written by this
 * transaction.
 *
 * @param fresh whether documents count, too, that were committed since the transaction began
 */
export async function livingDocuments(
  db: Database,
  trx: Connection,
  type: { readonly uid: string; readonly localised: boolean },
  refs: readonly DocumentRef[],
  fresh = false
): Promise<Set<string>> {
  const { tableName } = db.metadata.get(type.uid);
  const documentId = columnOf(db, type.uid, 'documentId');
  const living = new Set<string>();
  for (const chunk of chunks(refs.map((ref) => ref.documentId))) {
    const query = within(db, trx, tableName)
      .select(`${documentId} as documentId`, 'locale')
      .whereIn(documentId, chunk);
    const rows: readonly Row[] = await (fresh ? engineOf(db).seeCommitted(query) : query);
    for (const row of rows) {
      const locale = type.localised ? (row.locale ?? '') : '';
      living.add(refKey({ documentId: row.documentId, locale }));
    }
  }
  return living;
}
