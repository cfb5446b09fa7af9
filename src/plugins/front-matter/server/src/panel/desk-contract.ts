import type { Issue } from '../core/issue';
import type { PreviewedPost } from './task-contract';

/*
 * What the page of files that could not be read asks of this plugin and is answered. Addresses are below
 * `/front-matter/archives/:key/desk`; times are ISO 8601.
 */

/** A file that a preview or an import could not read. */
export interface UnreadFile {
  readonly path: string;
  /** What was said of it then, with what keeps it out. */
  readonly issues: readonly Issue[];
  /**
   * `corrected`: there is a correction of it as it is now. `imported`: it is a post by now. `gone`: it is not
   * in the archive any more.
   */
  readonly state: 'waiting' | 'corrected' | 'imported' | 'gone';
  /** Whether it may be mended by its text; else its name, its size or what it is has to be changed. */
  readonly isCorrectable: boolean;
}

/** `GET ?after=`: files that the newest preview or import of the archive could not read, in its order. */
export interface UnreadPage {
  readonly files: readonly UnreadFile[];
  /** What to give as `after` for the next page; null at the end. A page may be short and not be the last. */
  readonly next: string | null;
  /** What has told it; null where nothing has been previewed or imported yet. */
  readonly task: { readonly kind: 'preview' | 'import'; readonly startedAt: string } | null;
}

/** What would become of a file. */
export interface DeskReading {
  /** `skipped`: it would be no post, and nothing would be wrong with that. */
  readonly status: 'ok' | 'repaired' | 'quarantined' | 'skipped';
  readonly issues: readonly Issue[];
  /** The post as it would be; null for none, and where its values do not fit the content type. */
  readonly post: PreviewedPost | null;
}

/** `GET /file?path=`: a file that is to be corrected. */
export interface DeskFile {
  readonly path: string;
  /** SHA-256 of its bytes; a correction is of these. */
  readonly checksum: string;
  /** Empty where it is too long to be corrected here. */
  readonly text: string;
  /** What its bytes are read as; null where nothing reads them, and characters in the text are lost. */
  readonly encoding: string | null;
  readonly isCorrectable: boolean;
  readonly isTooLong: boolean;
  /** What it is corrected to; null for nothing. */
  readonly correction: {
    readonly text: string;
    readonly madeBy: string;
    readonly madeAt: string;
  } | null;
  /** Of the correction, or of the file where there is none. */
  readonly reading: DeskReading;
}

/** `POST /reading`: reads a text as though the file held it; nothing is stored. Answered by `DeskReading`. */
export interface ReadingRequest {
  readonly path: string;
  readonly text: string;
}

/** `PUT /correction`: has the text read in place of the file from now on. */
export interface CorrectionRequest extends ReadingRequest {
  /** Of the file that was corrected; refused where it is another by now. */
  readonly checksum: string;
}

/** The answer. */
export interface SavedCorrection {
  readonly madeBy: string;
  readonly madeAt: string;
}
