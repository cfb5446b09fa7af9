import { rememberMerge, type ImportedValues } from '../../core/plan/merge-values';
import type { After, KeptTime } from '../../ledger/change';
import { findEditMarks } from '../../ledger/find-edits';
import { conflictRunOf, type StoredRecord } from '../../ledger/records/record';
import { inLocale } from '../../site/in-locale';
import { reviseDocument, type Revised } from '../../site/documents/revise-document';
import type { KeptAddresses } from './keep-addresses';
import { changesDocument } from '../plan/planned-files';
import type { Revising } from '../plan/planned-file';
import type { BatchTerms } from './create-missing-terms';
import { fileRecord } from './source-record';
import type { Writer } from './writer';

const NOTHING_WRITTEN: Revised = { values: {}, written: {}, updatedAt: null };

const reviseRows = (
  { strapi, target, now }: Writer,
  { file, document, revision }: Revising,
  kept: KeptAddresses,
  terms: BatchTerms
): Promise<Revised> => {
  const toWrite = Object.fromEntries(
    Object.entries(terms.of(file.post)).filter(([name]) => revision.write.includes(name))
  );
  const slug = kept.slugs.get(file.key) ?? null;
  return reviseDocument(
    strapi,
    inLocale(target, file.post.locale),
    { document, post: file.post, revision, slug, terms: toWrite },
    now()
  );
};

/** What a record says of the conflicts of its file, if there are any. */
const conflictMarks = (
  record: StoredRecord,
  conflicts: readonly string[],
  run: number
): Pick<StoredRecord, 'conflicts' | 'conflictRun'> =>
  conflicts.length === 0
    ? { conflicts: null, conflictRun: null }
    : { conflicts, conflictRun: conflictRunOf(record) ?? run };

/** What a record says otherwise than before. */
const newIn = (before: ImportedValues, now: ImportedValues): ImportedValues =>
  Object.fromEntries(
    Object.entries(now).filter(
      ([name, { from, as }]) =>
        from !== (before[name]?.from ?? '-') || as !== (before[name]?.as ?? '-')
    )
  );

/** The time at which a document was to be published, where the import changes that, or whether it is public. */
const timeBefore = ({
  scheduling: { deed, before },
  revision: { status },
}: Revising): { readonly time?: KeptTime | null } => {
  if (deed === null && status === null) return {};
  return { time: before && { at: before.at.toISOString(), by: before.by } };
};

/** Writes what a file says into the document that it became, and into the ledger what was there. */
export const reviseFile = async (
  writer: Writer,
  planned: Revising,
  kept: KeptAddresses,
  terms: BatchTerms
): Promise<void> => {
  const { records, changes, run } = writer;
  const { file, record, document, revision, sides, scheduling, translationKey } = planned;
  const target = inLocale(writer.target, file.post.locale);
  const writes = changesDocument(planned);
  const revised = writes ? await reviseRows(writer, planned, kept, terms) : NOTHING_WRITTEN;
  const { conflicts, kept: left } = revision;
  const imported = rememberMerge(record.imported ?? {}, sides, conflicts, revised.written, left);
  const news = newIn(record.imported ?? {}, imported);
  const isElsewhere = file.post.paths.some((path) => record.paths?.includes(path) !== true);
  const isMoved = scheduling.at !== (record.scheduledAt ?? null);
  const after: After = {
    values: revised.written,
    updatedAt: revised.updatedAt?.toISOString() ?? null,
    checksum: file.checksum,
    written: revised.values,
    imported: news,
    paths: file.post.paths,
    ...(isMoved ? { scheduledAt: scheduling.at } : {}),
    ...(record.status === 'conflict' || conflicts.length > 0 ? { conflicts } : {}),
  };
  const note = writes
    ? await findEditMarks(changes, target, document, record, after.updatedAt)
    : {};
  if (writes || isMoved || Object.keys(news).length > 0 || isElsewhere) {
    await changes.insert([
      {
        run,
        action: 'updated',
        recordKey: file.key,
        contentType: target.uid,
        targetDocumentId: document.documentId,
        targetLocale: target.locale,
        before: { document, record, ...timeBefore(planned) },
        after,
      },
    ]);
  }
  await records.update(record.id, {
    ...fileRecord(file, conflicts.length > 0 ? 'conflict' : 'imported', writer),
    ...conflictMarks(record, conflicts, run),
    imported,
    translationKey,
    scheduledAt: scheduling.at,
    ...note,
  });
};
