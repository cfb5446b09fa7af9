import type { ClaimScope } from '../claim';
import { claimPaths, type PathRules, toAddress } from './claim-paths';
import type { DocumentRef } from '../living-documents';

/** A path, the document that has it (null for none), and the one that is to have it. */
export interface Handover extends DocumentRef {
  readonly path: string;
  readonly from: string | null;
}

/**
 * Gives a path from one document to another of the same type, in one statement: it leads to one of
 * them at any moment. A path that is free, or whose document is no more, is claimed.
 *
 * @returns false where it is another's.
 */
export async function handOverPath(
  scope: ClaimScope,
  rules: PathRules,
  { path, from, documentId, locale }: Handover
): Promise<boolean> {
  const { table, trx, type } = scope;
  const row = toAddress(scope, { documentId, locale }, path);
  if (row === null) return false;
  const holder = (await table.find(trx, [row.key])).get(row.key);
  if (holder !== undefined && holder.targetDocumentId === from && holder.targetType === type.uid) {
    return table.handOver(trx, holder, row);
  }
  const [refused = []] = await claimPaths(scope, rules, [{ documentId, locale, paths: [path] }]);
  return refused.length === 0;
}
