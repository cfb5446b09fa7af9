import type {
  AddressHolder,
  AskedAddress,
  DocumentToKeep,
  ForgottenAddresses,
  HeldSlug,
  KeptDocument,
  PathHandover,
} from './address-contract';

export type * from './address-contract';

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
