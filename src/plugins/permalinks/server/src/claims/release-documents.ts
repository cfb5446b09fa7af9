import type { Address } from '../core/addresses/address';
import { addressKey, PATH_SCOPE } from '../core/addresses/address-key';
import type { ClaimScope } from './claim';
import { isReplaced } from './replaced-documents';
import { type DocumentRef, livingDocuments, refKey, targetOf } from './living-documents';

/** A document to let go of, and the paths it had, in canonical form. */
export interface Released extends DocumentRef {
  readonly paths?: readonly string[];
}

/**
 * Lets go of the addresses of those documents that have no row left. Marked as gone, addresses
 * that led somewhere keep saying that it is no more, and so do the paths it was found at; what
 * was only reserved is free either way.
 */
export async function releaseDocuments(
  scope: ClaimScope,
  documents: readonly Released[],
  how: 'free' | 'gone'
): Promise<void> {
  const { db, trx, table, type } = scope;
  const living = await livingDocuments(db, trx, type, documents);
  const dead = documents.filter((document) => !living.has(refKey(document)));
  const wanted = new Set(dead.map(refKey));
  const ids = [...new Set(dead.map((ref) => ref.documentId))];
  const rows = (await table.ofDocuments(trx, type.uid, ids)).filter((row) =>
    wanted.has(refKey(targetOf(row)))
  );
  const stays = (row: Address) => how === 'gone' && row.state !== 'reserved';
  await table.remove(
    trx,
    rows.filter((row) => !stays(row)).map((row) => row.key)
  );
  await table.setState(
    trx,
    rows.filter(stays).map((row) => row.key),
    'gone'
  );
  // Without the row, its path could not be rendered again: a list of what is gone needs it.
  const gone = dead.filter(({ documentId }) => !isReplaced(trx, type.uid, documentId));
  if (how === 'gone') await table.insertOrIgnore(trx, gonePaths(scope, gone));
}

function gonePaths({ type }: ClaimScope, dead: readonly Released[]): Address[] {
  const rows = dead.flatMap(({ documentId, locale, paths = [] }) =>
    paths.map((address): Address => ({
      key: addressKey(PATH_SCOPE, address),
      kind: 'path',
      address,
      targetType: type.uid,
      targetDocumentId: documentId,
      targetLocale: locale,
      state: 'gone',
      origin: 'made',
    }))
  );
  return [...new Map(rows.map((row) => [row.key, row])).values()];
}
