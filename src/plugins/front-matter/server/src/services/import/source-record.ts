import type { ImportedValues } from '../../core/plan/merge-values';
import type { RecordStatus, SourceRecord } from '../../ledger/records';
import { fileName } from './plan-batch';
import type { ExaminedFile } from './examine';

/** Longer files are not kept in the ledger: databases refuse such statements. */
const MAX_RAW = 4 * 1024 * 1024;

const base64 = (bytes: Uint8Array): string | null =>
  bytes.byteLength > MAX_RAW ? null : Buffer.from(bytes).toString('base64');

/** The document that a file has become. */
export interface BecameDocument {
  readonly contentType: string;
  readonly targetDocumentId: string;
  readonly targetLocale: string | null;
  readonly imported: ImportedValues;
  readonly createdRun: number | null;
}

interface Context {
  readonly archive: string;
  readonly fingerprint: string;
  readonly run: number;
}

/** What the ledger is to say of a file itself: where it was, what it was, how it went. */
export const fileRecord = (
  file: ExaminedFile,
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
  const needsRaw = file.status === 'quarantined' || ready?.isWhole === false;
  const isFuture =
    ready !== null && !ready.post.visibility.shown && ready.post.visibility.code === 'FUTURE';
  return {
    key: file.key,
    archive: context.archive,
    path: file.entry.path,
    fileName: fileName(file.entry.path),
    status,
    checksum: file.checksum,
    fingerprint: context.fingerprint,
    encoding: ready?.file.encoding ?? null,
    bom: ready?.file.bom ?? null,
    header: ready?.file.header ?? null,
    trailer: ready?.post.trailer ?? null,
    raw: needsRaw ? base64(file.entry.bytes) : null,
    messages: file.issues,
    paths: ready?.post.paths ?? null,
    dueAt: isFuture ? ready.post.date : null,
    run: context.run,
  };
};
