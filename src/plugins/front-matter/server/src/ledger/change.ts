import type { SiteDocument } from '../core/document';
import type { ImportedValues } from '../core/plan/merge-values';
import type { JsonValue } from '../core/post';
import type { TimeSetter } from '../core/time-setter';
import type { StoredRecord } from './records/record';

/** A term that a rollback has removed, with what is needed to make it again. */
interface RemovedTerm {
  readonly kind: string;
  readonly archive: string;
  /** The exact value in the files. */
  readonly value: string;
  /** The value of the term above it in the files; null where they do not say. */
  readonly under: string | null;
  /** Document id of the term above it; null for none. */
  readonly parent: string | null;
}

/** How a run left a document. */
export interface After {
  /** Hashes of the attributes that it wrote. */
  readonly values: Readonly<Record<string, string>>;
  /** ISO 8601; null where an editor's draft stays the newer one. */
  readonly updatedAt: string | null;
  /**
   * The file's checksum, by which the file is found where it has moved since; null where it was
   * missing.
   */
  readonly checksum: string | null;
  /** The values themselves, relations as document ids; absent in rows of the previous release. */
  readonly written?: Readonly<Record<string, JsonValue>>;
  /** The imported values that are new in the record; likewise. */
  readonly imported?: ImportedValues;
  /** The addresses that the file asked for; likewise. */
  readonly paths?: readonly string[];
  /** The time at which the run has had the post published, where that is another than before; null for none. */
  readonly scheduledAt?: string | null;
  /** The attributes in conflict after it, where there were any before it or after it. */
  readonly conflicts?: readonly string[];
}

/** When a document was to be published, and who had set that; null for an import. */
export interface KeptTime {
  /** ISO 8601. */
  readonly at: string;
  readonly by: TimeSetter | null;
}

/** What a run did to a document that existed, with what is needed to undo it. */
export type Change = {
  readonly run: number;
  readonly recordKey: string | null;
  readonly contentType: string;
  readonly targetDocumentId: string;
  readonly targetLocale: string | null;
} & (
  | {
      readonly action: 'updated';
      readonly before: {
        readonly document: SiteDocument;
        readonly record: StoredRecord;
        /** The time at which the document was to be published, where the run has changed that; null for none. */
        readonly time?: KeptTime | null;
      };
      readonly after: After;
    }
  | {
      readonly action: 'removed';
      /** The document is null where an editor had deleted it: the record alone was removed. */
      readonly before: { readonly document: SiteDocument | null; readonly record: StoredRecord };
      /** The run that had made the document; null in rows of the previous release. */
      readonly madeBy: number | null;
    }
  | {
      readonly action: 'removed-term';
      readonly before: RemovedTerm;
      readonly madeBy: number | null;
    }
);

/**
 * `undoneBy`: the rollback that undid the change; of a removal, the run that has made the document
 * or term again.
 */
export type StoredChange = Change & { readonly id: number; readonly undoneBy: number | null };

type ChangeOf<Action extends Change['action']> = Extract<StoredChange, { readonly action: Action }>;
export type Update = ChangeOf<'updated'>;
export type Removal = ChangeOf<'removed'>;
export type TermRemoval = ChangeOf<'removed-term'>;
