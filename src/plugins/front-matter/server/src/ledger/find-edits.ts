import type { SiteDocument } from '../core/document';
import { hashStatus, hashValues, STATUS } from '../core/plan/hash-post';
import type { Localised } from '../core/locale';
import type { Update } from './change';
import type { Changes } from './changes';
import type { StoredRecord } from './records/record';

/** By attribute, hashes of what editors see of a document; STATUS included. */
const hashDocument = ({ main, published }: SiteDocument): Record<string, string> => ({
  ...hashValues(main.values),
  ...hashValues(main.terms),
  [STATUS]: hashStatus(published !== null),
});

/** When runs last wrote a document; null where an editor's draft stays the newer one. */
const lastWrittenAt = (
  document: SiteDocument,
  record: StoredRecord,
  chain: readonly Update[]
): string | null => {
  if (record.writtenAt) return record.writtenAt;
  // The previous release kept it only with the changes.
  const last = chain.findLast(({ after }) => Object.keys(after.values).length > 0);
  return last === undefined ? document.main.createdAt : last.after.updatedAt;
};

/**
 * The attributes of a document that an editor has changed since runs last wrote it; `updatedAt`
 * where only the time says so.
 *
 * @param chain the changes of the document, in order
 */
export const findEdits = (
  document: SiteDocument,
  record: StoredRecord,
  chain: readonly Update[]
): string[] => {
  const imported = record.imported ?? {};
  const changed = Object.entries(hashDocument(document))
    .filter(([name, hash]) => hash !== (imported[name]?.as ?? '-'))
    .map(([name]) => name);
  if (changed.length > 0) return changed;
  // A change of an attribute that no file is imported into shows in the time only.
  const at = lastWrittenAt(document, record, chain);
  const rows = [document.main, ...(document.published === null ? [] : [document.published])];
  const isSaved = at === null || rows.some((row) => Date.parse(row.updatedAt) !== Date.parse(at));
  return record.edited === true || isSaved ? ['updatedAt'] : [];
};

/**
 * What a record says of an editor's changes after a run has written to its document: the run's own
 * writing changes the time that would show them.
 *
 * @param target in the document's locale
 * @param at the time that the run gave to the rows; null where an editor's draft stays the newer
 * one
 */
export const findEditMarks = async (
  changes: Changes,
  target: Localised,
  document: SiteDocument,
  record: StoredRecord,
  at: string | null
): Promise<Pick<StoredRecord, 'edited' | 'writtenAt'>> => {
  const isKnown = record.writtenAt || document.main.updatedAt === document.main.createdAt;
  const chain = isKnown
    ? []
    : ((await changes.ofDocuments(target, [document.documentId])).get(document.documentId) ?? []);
  return {
    edited: at === null || findEdits(document, record, chain).length > 0,
    writtenAt: at ?? document.main.updatedAt,
  };
};
