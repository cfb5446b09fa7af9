import { digestStatus, digestValues, STATUS } from '../core/plan/digest-post';
import type { SiteDocument } from '../write/load-documents';
import type { Target } from '../write/target';
import type { Changes, Update } from './changes';
import type { StoredRecord } from './records';

/** By attribute, digests of what editors see of a document; STATUS included. */
export const digestDocument = ({ main, published }: SiteDocument): Record<string, string> => ({
  ...digestValues(main.values),
  ...digestValues(main.terms),
  [STATUS]: digestStatus(published !== null),
});

/** When runs last wrote a document; null where somebody else's work is in the time too. */
const writtenAt = (
  document: SiteDocument,
  record: StoredRecord,
  chain: readonly Update[]
): string | null => {
  if (record.writtenAt) return record.writtenAt;
  // The release before kept it with its changes alone.
  const last = chain.findLast(({ after }) => Object.keys(after.values).length > 0);
  return last === undefined ? document.main.createdAt : last.after.updatedAt;
};

/**
 * What of a document is no longer as runs have left it.
 *
 * @param chain what runs did to it, in order
 */
export const editedSince = (
  document: SiteDocument,
  record: StoredRecord,
  chain: readonly Update[]
): string[] => {
  const imported = record.imported ?? {};
  const changed = Object.entries(digestDocument(document))
    .filter(([name, digest]) => digest !== (imported[name]?.as ?? '-'))
    .map(([name]) => name);
  if (changed.length > 0) return changed;
  // Attributes that no file goes to leave their trace in the time.
  const at = writtenAt(document, record, chain);
  const rows = [document.main, ...(document.published === null ? [] : [document.published])];
  const isSaved = at === null || rows.some((row) => Date.parse(row.updatedAt) !== Date.parse(at));
  return record.edited === true || isSaved ? ['updatedAt'] : [];
};

/**
 * What a record is to say of a document that a run writes to: the run's own writing covers the
 * traces of an editor's.
 *
 * @param target in the document's locale
 * @param at when the run wrote, as the rows say; null where an editor's draft stays the newer one
 */
export const noteWriting = async (
  changes: Changes,
  target: Target,
  document: SiteDocument,
  record: StoredRecord,
  at: string | null
): Promise<Pick<StoredRecord, 'edited' | 'writtenAt'>> => {
  const isKnown = record.writtenAt || document.main.updatedAt === document.main.createdAt;
  const chain = isKnown
    ? []
    : ((await changes.ofDocuments(target, [document.documentId])).get(document.documentId) ?? []);
  return {
    edited: at === null || editedSince(document, record, chain).length > 0,
    writtenAt: at ?? document.main.updatedAt,
  };
};
