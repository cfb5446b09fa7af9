import type { Core } from '@strapi/strapi';

/** A document whose addresses are to be kept. */
export interface DocumentToKeep {
  readonly documentId: string;
  readonly locale: string | null;
  /** Null to have one made from the title. */
  readonly slug: string | null;
  readonly title: string | null;
  readonly fallback: string | null;
  readonly published: boolean;
  /** True when the document is about to be made. */
  readonly fresh: boolean;
  readonly paths: readonly string[];
}

/** A path that a document does not lead to: another's, none at all, or one that the server answers at. */
export interface RefusedPath {
  readonly path: string;
  readonly reason: 'taken' | 'invalid' | 'reserved';
  /** The document that has it, where that is known. */
  readonly documentId: string | null;
}

export interface KeptDocument {
  readonly documentId: string;
  readonly slug: string;
  /** The slug asked for when another was given. */
  readonly instead: string | null;
  /** Why another was given. */
  readonly reason: 'taken' | 'invalid' | 'reserved' | null;
  readonly refused: readonly RefusedPath[];
}

/** Addresses that a document is to have no more. */
export interface ForgottenAddresses {
  readonly documentId: string;
  readonly locale: string | null;
  readonly slugs: readonly string[];
  readonly paths: readonly string[];
}

/** A document that an address leads to. */
export interface AddressHolder {
  readonly contentType: string;
  readonly documentId: string;
  /** Empty on a type that is not localised. */
  readonly locale: string;
  /** Whether it is a slug that the document has now. */
  readonly isSlug: boolean;
  /** Whether an editor has added the path by hand. */
  readonly isAdded: boolean;
  /** Whether visitors see the document at the path itself. */
  readonly isPage: boolean;
}

/** A path that goes from one document (null for none) to another. */
export interface PathHandover {
  readonly path: string;
  readonly from: string | null;
  readonly documentId: string;
  readonly locale: string | null;
}

/** A document's slug. */
export interface HeldSlug {
  readonly documentId: string;
  readonly locale: string | null;
  readonly slug: string;
}

/** Keeps addresses of documents of one type; what the importer needs of `permalinks`. */
export interface Addresses {
  /** One answer for each document, in the order of the batch: a document may be in it in several locales. */
  keep(batch: readonly DocumentToKeep[]): Promise<readonly KeptDocument[]>;
  /** @param locale of what is let go of; null for all that the documents have */
  free(documentIds: readonly string[], locale: string | null): Promise<void>;
  /** Lets go of some addresses of documents that stay. */
  forget(documents: readonly ForgottenAddresses[]): Promise<void>;
  /** The one form of an address, however it is written; null for what is none. */
  addressOf(path: string): string | null;
  /** The document that a path leads to. */
  holderOf(path: string): Promise<AddressHolder | null>;
  /** The document that has a slug, or had it before. */
  slugHolder(locale: string | null, slug: string): Promise<AddressHolder | null>;
  /** False, and nothing is done, where a path is not that document's. */
  handOver(handover: PathHandover): Promise<boolean>;
  /** False, and nothing is done, where one of two documents does not have its slug. */
  exchangeSlugs(one: HeldSlug, other: HeldSlug): Promise<boolean>;
  /** Whether a slug is what a title makes of itself, and nobody has chosen it. */
  isMade(slug: string, title: string): boolean;
}

type Keep = (
  contentType: string,
  batch: readonly DocumentToKeep[]
) => Promise<readonly KeptDocument[]>;

type AskedAddress =
  | { readonly path: string }
  | { readonly contentType: string; readonly locale: string | null; readonly slug: string };

interface AddressesService {
  keep: Keep;
  addressOf(path: string): string | null;
  holders(addresses: readonly AskedAddress[]): Promise<readonly (AddressHolder | null)[]>;
  handOver(contentType: string, handover: PathHandover): Promise<boolean>;
  exchangeSlugs(contentType: string, one: HeldSlug, other: HeldSlug): Promise<boolean>;
  rehearse(): { keep: Keep };
  free(contentType: string, documentIds: readonly string[], locale: string | null): Promise<void>;
  forget(contentType: string, documents: readonly ForgottenAddresses[]): Promise<void>;
  isMade(contentType: string, slug: string, title: string): boolean;
  adoptTimezone(zone: string): Promise<void>;
}

const service = (strapi: Core.Strapi): AddressesService | null => {
  if (strapi.plugin('permalinks') === undefined) return null;
  return strapi.service('plugin::permalinks.addresses') as unknown as AddressesService;
};

const isServed = (strapi: Core.Strapi, contentType: string): boolean => {
  const types: unknown = strapi.config.get('plugin::permalinks.contentTypes');
  return typeof types === 'object' && types !== null && contentType in types;
};

const keepAny = async (
  keep: Keep,
  contentType: string,
  batch: readonly DocumentToKeep[]
): Promise<readonly KeptDocument[]> => (batch.length === 0 ? [] : keep(contentType, batch));

/** The addresses of a type; null where the app has no `permalinks`, or it does not serve the type. */
export const addressesOf = (strapi: Core.Strapi, contentType: string): Addresses | null => {
  const permalinks = service(strapi);
  if (permalinks === null || !isServed(strapi, contentType)) return null;
  const holder = async (address: AskedAddress): Promise<AddressHolder | null> =>
    (await permalinks.holders([address]))[0] ?? null;
  return {
    addressOf: (path) => permalinks.addressOf(path),
    holderOf: (path) => holder({ path }),
    slugHolder: (locale, slug) => holder({ contentType, locale, slug }),
    handOver: (handover) => permalinks.handOver(contentType, handover),
    exchangeSlugs: (one, other) => permalinks.exchangeSlugs(contentType, one, other),
    keep: (batch) => keepAny(permalinks.keep, contentType, batch),
    free: (documentIds, locale) => permalinks.free(contentType, documentIds, locale),
    forget: (documents) => permalinks.forget(contentType, documents),
    isMade: (slug, title) => permalinks.isMade(contentType, slug, title),
  };
};

/**
 * The addresses of each type as they would be: nothing is written, and what was asked for once
 * is taken for the next who asks.
 */
export const rehearseAddresses = (
  strapi: Core.Strapi
): ((contentType: string) => Pick<Addresses, 'keep' | 'addressOf'> | null) => {
  const permalinks = service(strapi);
  if (permalinks === null) return () => null;
  const rehearsal = permalinks.rehearse();
  return (contentType) =>
    isServed(strapi, contentType)
      ? {
          keep: (batch) => keepAny(rehearsal.keep, contentType, batch),
          addressOf: (path) => permalinks.addressOf(path),
        }
      : null;
};

/** Lets the zone of an archive date the paths of this site, where `permalinks` is there to ask. */
export const adoptTimezone = async (strapi: Core.Strapi, zone: string): Promise<void> => {
  await service(strapi)?.adoptTimezone(zone);
};
