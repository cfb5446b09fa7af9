import type { JsonValue } from '../core/post';

/*
 * What the content manager asks of this plugin about imported documents, and is answered. The types are shared by both
 * sides: the panel imports nothing else of the server. Addresses are below `/front-matter`; times are ISO 8601.
 */

/** What the panel is told of the imported type, in its schema's `pluginOptions['front-matter']`. */
export interface OriginOptions {
  readonly hasOrigins: true;
}

/** A run, as far as whoever reads a document is told of it. */
export interface OriginRun {
  readonly number: number;
  readonly startedAt: string;
  readonly startedBy: string;
}

/** A category or tag, by what whoever asks may call it. */
export interface OriginTerm {
  /** Of the row that a draft is linked to, by which a form names it. */
  readonly id: number;
  readonly documentId: string;
  readonly locale: string | null;
  readonly name: string;
}

/**
 * What runs last wrote into an attribute. `unkept`: the ledger has no more than a fingerprint of it. `unreadable`:
 * whoever asks may not read what it leads to.
 */
export type ArchivedValue =
  | { readonly kind: 'value'; readonly value: JsonValue }
  | {
      readonly kind: 'terms';
      readonly terms: readonly OriginTerm[];
      readonly now: readonly OriginTerm[];
    }
  | { readonly kind: 'unkept' }
  | { readonly kind: 'unreadable' };

/** An attribute that an editor has changed. */
export interface ChangedAttribute {
  readonly attribute: string;
  readonly archived: ArchivedValue;
}

/** `GET /origin/:uid/:documentId?locale=`: where a document came from; null where no import made it. */
export interface Origin {
  readonly archive: string;
  /** The file's, from the archive's root. */
  readonly path: string;
  /**
   * How the file went when it was last looked at. `conflict`: it and an editor have changed one attribute. `missing`:
   * it is gone, and the document was taken from the public for that.
   */
  readonly status: 'imported' | 'conflict' | 'quarantined' | 'skipped' | 'missing';
  /** The run that made the document; null where that is not known. */
  readonly made: OriginRun | null;
  /** The run that last looked at the file. */
  readonly last: OriginRun | null;
  /** The file's front matter as it stood; null where whoever asks may not read all that it became, or there is none. */
  readonly header: string | null;
  /** Whether anybody but a run has saved the document since. */
  readonly isChanged: boolean;
  /** The attributes that were changed, of those that whoever asks may read. */
  readonly changed: readonly ChangedAttribute[];
  /** What an editor has done about the document's being public; null for nothing. */
  readonly visibility: 'published' | 'unpublished' | null;
}

/** `GET /origin/:uid`: the archives that documents of the type may be from, by name. */
export type OriginArchives = readonly string[];
