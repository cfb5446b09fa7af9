import { canonicalAddress } from '../core/addresses/canonical-address';
import type { Permalinks } from '../permalinks';
import { keysOf } from './resolve-urls';
import { rowPaths } from '../paths/document-paths';

/** A document that is to be seen at an address, now or once its draft is published. */
export interface DocumentAt {
  readonly documentId: string;
  readonly isPublished: boolean;
}

/**
 * The document that is at an address by the path of its public row or of its draft, in any locale:
 * no redirect from there would be followed, or not for long. Null for none.
 *
 * @param except a document that is not looked for.
 */
export async function documentAt(
  permalinks: Permalinks,
  url: string,
  except: string
): Promise<DocumentAt | null> {
  const address = canonicalAddress(url);
  if (address === null) return null;
  const { db, table, types } = permalinks;
  const holders = await table.find(db.connection, await keysOf(permalinks, address));
  const coming: DocumentAt[] = [];
  for (const type of types.values()) {
    const documents = [...holders.values()]
      .filter((row) => row.targetType === type.uid && row.targetDocumentId !== except)
      .map((row) => row.targetDocumentId);
    if (documents.length === 0) continue;
    const isThere = async (choice: Parameters<typeof rowPaths>[2]) =>
      (await rowPaths(permalinks, type, choice)).find(
        ({ path }) => path !== null && canonicalAddress(path) === address
      );
    const published = await isThere({ published: documents });
    if (published) return { documentId: published.documentId, isPublished: true };
    const draft = await isThere({ documents });
    if (draft) coming.push({ documentId: draft.documentId, isPublished: false });
  }
  return coming[0] ?? null;
}
