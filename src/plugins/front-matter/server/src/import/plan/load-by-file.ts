import type { SiteDocument } from '../../core/document';
import { isInLocale } from '../../core/locale';
import type { StoredRecord } from '../../ledger/records/record';
import { byLocale, inLocale } from '../../site/in-locale';
import { loadDocuments } from '../../site/documents/load-documents';
import type { Planner } from './planner';
import type { ReadyFile } from './planned-file';

/** Whether a document is in the locale that its file goes to. */
export const isWhereItGoes = (
  { target }: Pick<Planner, 'target'>,
  { post }: ReadyFile,
  record: StoredRecord
): boolean => isInLocale(inLocale(target, post.locale), record.targetLocale);

/** The documents of files as they are on the site, each in the locale that its file goes to. */
export const loadByFile = async (
  planner: Planner,
  files: readonly ReadyFile[],
  documentOf: (file: ReadyFile) => StoredRecord | null
): Promise<ReadonlyMap<string, SiteDocument>> => {
  const found = new Map<string, SiteDocument>();
  const known = files.flatMap((file) => {
    const record = documentOf(file);
    const id = record?.targetDocumentId ?? null;
    if (record === null || id === null || !isWhereItGoes(planner, file, record)) return [];
    return [{ file, id }];
  });
  for (const [own, part] of byLocale(planner.target, known, ({ file }) => file.post.locale)) {
    const ids = part.map(({ id }) => id);
    const documents = await loadDocuments(planner.strapi, own, ids);
    for (const { file, id } of part) {
      const document = documents.get(id);
      if (document !== undefined) found.set(file.key, document);
    }
  }
  return found;
};
