import type { JsonValue } from './post';

/** One row of a document, draft or published. */
export interface SiteRow {
  readonly id: number;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly publishedAt: string | null;
  /** By attribute, of those that are filled from files. */
  readonly values: Readonly<Record<string, JsonValue>>;
  /** Document ids of the terms, in order, by the relation's attribute. */
  readonly terms: Readonly<Record<string, readonly string[]>>;
}

/** A document on the site. `main` is what editors see: the draft where the type has drafts. */
export interface SiteDocument {
  readonly documentId: string;
  readonly main: SiteRow;
  readonly published: SiteRow | null;
}

/** A category or tag that exists. */
export interface TermDocument {
  readonly documentId: string;
  /** The one row that there is, where its type has no drafts. */
  readonly draftRow: number;
  /** Null for a term that nobody has published yet. */
  readonly publishedRow: number | null;
}
