import type { Issue } from '../../core/issue';
import type { KnownFile } from '../../core/plan/is-due';
import type { ImportedValues } from '../../core/plan/merge-values';

/** `missing`: the file is gone, and its document was taken from the public for that. */
export type RecordStatus = 'imported' | 'conflict' | 'quarantined' | 'skipped' | 'missing';

/** What the ledger keeps of one source file. */
export interface SourceRecord {
  readonly key: string;
  readonly archive: string;
  readonly path: string;
  readonly fileName: string;
  readonly status: RecordStatus;
  readonly checksum: string;
  readonly fingerprint: string;
  readonly encoding: string | null;
  readonly bom: boolean | null;
  readonly header: string | null;
  readonly trailer: string | null;
  /** Base64 of the file's bytes, where text cannot give them back. */
  readonly raw: string | null;
  readonly contentType: string | null;
  readonly targetDocumentId: string | null;
  readonly targetLocale: string | null;
  /** What the files of a document's translations share; null where nobody has asked for it yet. */
  readonly translationKey?: string | null;
  readonly imported: ImportedValues | null;
  /** Addresses that the document had in the archive. */
  readonly paths: readonly string[] | null;
  readonly messages: readonly Issue[];
  /** ISO 8601; when the file is to be looked at again whatever it says. */
  readonly dueAt: string | null;
  /** ISO 8601; the time at which the import has had the post published; null where it has set none. */
  readonly scheduledAt?: string | null;
  readonly run: number;
  /** The run that made the document; null where none did. */
  readonly createdRun: number | null;
  /** The rollback that undid its making; the document stays while others have a part in it. */
  readonly undoneBy?: number | null;
  /** ISO 8601; when runs last wrote the document, where that is not when they made it. */
  readonly writtenAt?: string | null;
  /** True when an editor had changed the document before a later run wrote to it. */
  readonly edited?: boolean | null;
  /**
   * Of a file in conflict: the attributes that it and an editor have changed; none where it has become another
   * language's, null where an earlier release has found it.
   */
  readonly conflicts?: readonly string[] | null;
  /** The run that found the file in conflict, of all that have found it so since. */
  readonly conflictRun?: number | null;
}

export interface StoredRecord extends SourceRecord {
  readonly id: number;
}

/** The run that found a file in conflict, where it is still in conflict; null where it is not, or nobody knows. */
export const conflictRunOf = ({
  status,
  conflictRun = null,
}: Pick<SourceRecord, 'status' | 'conflictRun'>): number | null =>
  status === 'conflict' ? conflictRun : null;

/** What is enough to decide whether a file is due. */
export interface KnownRecord extends KnownFile {
  readonly key: string;
}

/** Where a file was. */
export interface RecordedPath {
  readonly id: number;
  readonly key: string;
  readonly path: string;
  readonly contentType: string | null;
  readonly targetDocumentId: string | null;
  readonly targetLocale: string | null;
  readonly translationKey: string | null;
  readonly createdRun: number | null;
}

/** The file of a document that has, or may have, translations. */
export interface TranslationRecord {
  readonly path: string;
  readonly translationKey: string;
  readonly targetDocumentId: string;
  readonly targetLocale: string | null;
}

/** What a file was. */
export type RecordedContent = Pick<SourceRecord, 'key' | 'checksum' | 'imported'>;

/** What a record says of the addresses that its document asked for, and of the place it has among others. */
export type AskingRecord = Pick<
  StoredRecord,
  | 'id'
  | 'key'
  | 'archive'
  | 'path'
  | 'paths'
  | 'imported'
  | 'targetDocumentId'
  | 'targetLocale'
  | 'createdRun'
>;
