import { documentInLocale } from '../../../core/locale';
import type { StoredRecord } from '../../../ledger/records/record';
import { findTranslated } from '../../../site/documents/find-translated';
import type { RollbackJob } from '../../job/rollback-job';

/**
 * Finds documents that an editor has translated: they have rows in a locale that no file of an
 * archive was imported in.
 *
 * @param own records of the documents in the job's locale
 */
export const findTranslatedByEditors = async (
  { strapi, target, records }: RollbackJob,
  own: readonly StoredRecord[]
): Promise<ReadonlySet<string>> => {
  const keys = [...new Set(own.flatMap(({ translationKey }) => translationKey ?? []))];
  const siblings = await records.ofTranslations(target.uid, keys);
  const imported = siblings.map(({ targetDocumentId, targetLocale }) =>
    documentInLocale(targetDocumentId, targetLocale ?? target.unnamed)
  );
  const ids = own.flatMap(({ targetDocumentId }) => targetDocumentId ?? []);
  return findTranslated(strapi, target, ids, new Set(imported));
};
