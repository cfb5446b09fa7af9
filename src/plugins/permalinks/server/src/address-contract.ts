/* What is said to and answered by the services of `contract.ts`, which publishes these types. */

/** A document, as the importer knows it before its rows are written. */
export interface DocumentToKeep {
  readonly documentId: string;
  /** Null or left out on a type that is not localised. */
  readonly locale?: string | null;
  /** The slug that the archive gives, kept as it is (case and dots too); null to make one. */
  readonly slug: string | null;
  /** What a slug is made from. */
  readonly title: string | null;
  /** What a slug is made from when nothing of the title can be kept: a source's code. */
  readonly fallback?: string | null;
  /** True when a published row is written too: the slug is current, and not only reserved. */
  readonly published: boolean;
  /** True when the document has just been given its id: nobody looks for addresses it may have. */
  readonly fresh?: boolean;
  /**
   * Addresses that led to the document elsewhere: its address in the archive, `redirect_from`, the
   * page of a category. Paths or whole URLs, raw or percent-encoded.
   */
  readonly paths: readonly string[];
}

/** Addresses that a document is to have no more. */
export interface ForgottenAddresses {
  readonly documentId: string;
  /** Null or left out on a type that is not localised. */
  readonly locale?: string | null;
  readonly slugs: readonly string[];
  /** Paths or whole URLs, raw or percent-encoded. */
  readonly paths: readonly string[];
}

/** A path, or a slug of a type. */
export type AskedAddress =
  | {
      readonly path: string;
      /**
       * What the date of its document is to be, in ISO 8601: `isPage` tells whether visitors will see
       * the document there once it is dated so. Left out, it is the document's own.
       */
      readonly dated?: string | null;
    }
  | { readonly contentType: string; readonly locale: string | null; readonly slug: string };

/** The document that an address leads to, or led to before it was deleted. */
export interface AddressHolder {
  readonly contentType: string;
  readonly documentId: string;
  /** Empty on a type that is not localised. */
  readonly locale: string;
  /** Whether it is a slug that the document has now, and none that it had before. */
  readonly isSlug: boolean;
  /** Whether an editor has added the path to the document by hand. */
  readonly isAdded: boolean;
  /** Whether visitors see the published document at the path itself, by its type's pattern. */
  readonly isPage: boolean;
}

/** A path that changes its document. */
export interface PathHandover {
  /** A path or a whole URL, raw or percent-encoded. */
  readonly path: string;
  /** The document that has it; null where nobody does. */
  readonly from: string | null;
  readonly documentId: string;
  /** Null or left out on a type that is not localised. */
  readonly locale?: string | null;
}

/** A slug, and the document that has it. */
export interface HeldSlug {
  readonly documentId: string;
  /** Null or left out on a type that is not localised. */
  readonly locale?: string | null;
  readonly slug: string;
}

/** What a document was given. */
export interface KeptDocument {
  readonly documentId: string;
  readonly slug: string;
  /** The slug asked for when another was given, else null. */
  readonly instead: string | null;
  /**
   * Why another was given: another document has it, it cannot be a slug (too long, or with a
   * character that none can have), or it is a reserved word. Null when none was.
   */
  readonly reason: 'taken' | 'invalid' | 'reserved' | null;
  /** Paths that could not be kept: another document's, the server's own, or none at all. */
  readonly refused: readonly RefusedPath[];
}

/** A path that a document does not lead to. */
export interface RefusedPath {
  readonly path: string;
  /** `reserved`: the server answers there itself, or the configuration says so. */
  readonly reason: 'taken' | 'invalid' | 'reserved';
  /** The document that has it, when it is taken: it may be the same one, in another locale. */
  readonly documentId: string | null;
}
