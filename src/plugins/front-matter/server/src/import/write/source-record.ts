import type { ImportedValues } from '../../core/plan/merge-values';
import type { RecordStatus, SourceRecord } from '../../ledger/records/record';
import { fileName } from '../plan/find-moved';
import type { FittedFile } from '../../reading/fit-file';

/** The document that a file has become. */
export interface BecameDocument {
  readonly contentType: string;
  readonly targetDocumentId: string;
  readonly targetLocale: string | null;
  readonly translationKey: string | null;
  readonly imported: ImportedValues;
  readonly scheduledAt: string | null;
  readonly createdRun: number | null;
}

interface Context {
  readonly archive: string;
  readonly fingerprint: (checksum: string) => string;
  readonly run: number;
}

/** What the ledger is to say of a file itself: where it was, what it was, how it went. */
export const fileRecord = (
  file: FittedFile,
  status: RecordStatus,
  context: Context
): Pick<
  SourceRecord,
  | 'key'
  | 'archive'
  | 'path'
  | 'fileName'
  | 'status'
  | 'checksum'
  | 'fingerprint'
  | 'encoding'
  | 'bom'
  | 'header'
  | 'trailer'
  | 'raw'
  | 'messages'
  | 'dueAt'
  | 'paths'
  | 'run'
> => {
  const ready = file.status === 'ready' ? file : null;
  const isFuture =
    ready !== null && !ready.post.visibility.shown && ready.post.visibility.code === 'FUTURE';
  return {
    key: file.key,
    archive: context.archive,
    path: file.path,
    fileName: fileName(file.path),
    status,
    checksum: file.checksum,
    fingerprint: context.fingerprint(file.checksum),
    encoding: ready?.file.encoding ?? null,
    bom: ready?.file.bom ?? null,
    header: ready?.file.header ?? null,
    trailer: ready?.post.trailer ?? null,
    raw: file.status === 'skipped' ? null : file.raw,
    messages: file.issues,
    paths: ready?.post.paths ?? null,
    dueAt: isFuture ? ready.post.date : null,
    run: context.run,
  };
};
