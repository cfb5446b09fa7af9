import type { SiteDocument } from '../../core/document';
import type { Issue } from '../../core/issue';
import type { Decided } from '../../core/plan/decide-conflicts';
import type { Sides } from '../../core/plan/merge-values';
import type { Revision } from '../../core/plan/plan-revision';
import type { Match } from '../../core/plan/decide-renames';
import type { StoredRecord } from '../../ledger/records/record';
import type { FittedFile } from '../../reading/fit-file';
import type { SetTime } from '../../site/schedule';

/** A file that is fit to be a post. */
export type ReadyFile = Extract<FittedFile, { readonly status: 'ready' }>;
type RefusedFile = Exclude<FittedFile, ReadyFile>;

/** What the import does about the time at which a document is to be published. */
export interface Scheduling {
  readonly deed: 'add' | 'move' | null;
  /** ISO 8601; what the import has it published at from now on; null for none. */
  readonly at: string | null;
  /** The time that is set now; null for none. */
  readonly before: SetTime | null;
  /** Whether it would have been scheduled, had not an editor changed the draft. */
  readonly isLeft: boolean;
}

/** What is known of a file's translations. */
interface Translated {
  /** What they share, as the file's record is to say it; null where posts are not told apart. */
  readonly translationKey: string | null;
  /** Says why the file has a document of its own, though it is one. */
  readonly apart: Issue | null;
}

/** What is to be done about one file that was due. */
export type PlannedFile =
  | ({
      readonly action: 'create';
      readonly file: ReadyFile;
      readonly record: StoredRecord | null;
      /** The document that it becomes: one of its own, or that of its translations. */
      readonly documentId: string;
      /** Whether the document is on the site already. */
      readonly isThere: boolean;
      /** Files that are gone, and which it may be under another name. */
      readonly maybeMovedFrom: readonly Match[];
    } & Translated)
  | ({
      readonly action: 'revise';
      readonly file: ReadyFile;
      readonly record: StoredRecord;
      /** The path the file had before, where it has moved. */
      readonly movedFrom: string | null;
      /** How alike the bodies are by which it is known to have moved, from 0 to 1; null where name or bytes tell. */
      readonly similarity: number | null;
      readonly document: SiteDocument;
      readonly sides: Readonly<Record<string, Sides>>;
      readonly revision: Revision;
      /** What holds of the decisions about it; null where none are given. */
      readonly decided: Decided | null;
      readonly scheduling: Scheduling;
    } & Translated)
  | {
      /** Its document is in another locale than the file would go to now. */
      readonly action: 'elsewhere';
      readonly file: ReadyFile;
      readonly record: StoredRecord;
    }
  | {
      readonly action: 'deleted';
      readonly file: ReadyFile;
      readonly record: StoredRecord;
      readonly movedFrom: string | null;
    }
  | {
      readonly action: 'quarantine' | 'skip';
      readonly file: RefusedFile;
      readonly record: StoredRecord | null;
    };

/** A file that becomes a document. */
export type Creation = Extract<PlannedFile, { readonly action: 'create' }>;

/** A file whose document is there. */
export type Revising = Extract<PlannedFile, { readonly action: 'revise' }>;

/** Whether a file is fit to be a post. */
export const isReady = (file: FittedFile): file is ReadyFile => file.status === 'ready';
