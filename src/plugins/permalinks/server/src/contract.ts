/**
 * What other plugins may ask of this one, by
 * `strapi.plugin('permalinks').service('addresses')`.
 *
 * Every function joins the transaction it is called in (`strapi.db.transaction`), and opens one
 * of its own outside of any.
 */
export interface AddressesService {
  /**
   * Claims the addresses of a batch of documents in a handful of statements, before or after
   * their rows are written. Rows written later by `create` or `createMany` with the same
   * `documentId` and the slug that is answered here find it their own.
   *
   * A slug that another document holds gets a suffix (`-2`, `-3`); within the batch the first
   * document wins. Entries of one `documentId` and locale are one document. Asking again for
   * what a document already has changes nothing. A document that had another slug, published,
   * keeps the old one as a redirect.
   *
   * A batch should hold at most 1,000 documents.
   *
   * @param contentType a type that the configuration names; any other is answered by an error.
   * @returns one answer for each document, in the order of the batch.
   */
  keep(contentType: string, batch: readonly DocumentToKeep[]): Promise<KeptDocument[]>;

  /**
   * Lets go of everything that documents hold, whatever the configuration says of deleted ones:
   * for a document that was never meant to be, as when an import is undone.
   *
   * @param locale of a localised type, to let go of what is of this locale alone.
   */
  free(contentType: string, documentIds: readonly string[], locale?: string | null): Promise<void>;

  /**
   * Lets go of some addresses of documents that stay, as when the import that brought them is
   * undone. Those of other documents stay, and so does the slug that a document has now.
   */
  forget(contentType: string, documents: readonly ForgottenAddresses[]): Promise<void>;

  /**
   * The one form in which an address is kept and looked up, whatever way it is written: decoded,
   * without host, query and `index.html`. Null for a text that can be no address.
   */
  addressOf(path: string): string | null;

  /** Whose addresses are, in their order; null for one that is nobody's. */
  holders(addresses: readonly AskedAddress[]): Promise<(AddressHolder | null)[]>;

  /**
   * Gives a path from one document to another, or to one that asks for a path that is free. It
   * leads to one of them at any moment.
   *
   * @returns false, and leaves all as it is, where the path is not (or no longer) that document's.
   */
  handOver(contentType: string, handover: PathHandover): Promise<boolean>;

  /**
   * Gives each of two documents the slug of the other. Their rows are the caller's to write: what
   * is written with these slugs afterwards finds them its own.
   *
   * @returns false, and leaves all as it is, where one of them does not have its slug.
   */
  exchangeSlugs(contentType: string, one: HeldSlug, other: HeldSlug): Promise<boolean>;

  /**
   * Begins a rehearsal, for whoever wants to know what `keep` would answer before anything is
   * written. It holds some forty bytes for each address that is asked for, and nothing else.
   */
  rehearse(): Rehearsal;

  /**
   * Whether a slug is what a title makes of itself, `-2` and all: nobody has chosen it. It tells
   * two terms apart: `c` was made of *C++*, and `cpp` was given to it.
   *
   * @param contentType a type that the configuration names; any other is answered by an error.
   */
  isMade(contentType: string, slug: string, title: string): boolean;

  /**
   * Takes the zone in which paths are dated from an archive. The first zone stays; one set by
   * the configuration wins over it.
   *
   * @param zone an IANA name, `Asia/Shanghai`.
   */
  adoptTimezone(zone: string): Promise<void>;
}

/** What may be asked of `strapi.plugin('permalinks').service('paths')`. */
export interface PathsService {
  /**
   * The path at which visitors would see a row, a draft or a published one, were it published as it is;
   * percent-encoded. Null where its type has no paths, or its pattern asks for what it lacks.
   *
   * @param id of the row, not of its document
   */
  pathOf(contentType: string, id: number): Promise<string | null>;
}

/** Claims addresses in memory only: what one batch has taken, later ones find taken. */
export interface Rehearsal {
  /**
   * Answers as `AddressesService.keep` would, had the batches before been kept and their documents
   * been written, and writes nothing. A document is asked for once in a rehearsal.
   *
   * Of an address that the rehearsal itself has given away, `refused` names no document.
   */
  keep(contentType: string, batch: readonly DocumentToKeep[]): Promise<KeptDocument[]>;
}

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
