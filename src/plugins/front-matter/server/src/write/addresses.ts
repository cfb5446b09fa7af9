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

/** Keeps addresses of documents of one type; what the importer needs of `permalinks`. */
export interface Addresses {
  /** One answer for each document, in the order of the batch: a document may be in it in several locales. */
  keep(batch: readonly DocumentToKeep[]): Promise<readonly KeptDocument[]>;
  /** @param locale of what is let go of; null for all that the documents have */
  free(documentIds: readonly string[], locale: string | null): Promise<void>;
  /** Lets go of some addresses of documents that stay. */
  forget(documents: readonly ForgottenAddresses[]): Promise<void>;
  /** Whether a slug is what a title makes of itself, and nobody has chosen it. */
  isMade(slug: string, title: string): boolean;
}

type Keep = (
  contentType: string,
  batch: readonly DocumentToKeep[]
) => Promise<readonly KeptDocument[]>;

interface AddressesService {
  keep: Keep;
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
  return {
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
): ((contentType: string) => Pick<Addresses, 'keep'> | null) => {
  const rehearsal = service(strapi)?.rehearse();
  return (contentType) =>
    rehearsal === undefined || !isServed(strapi, contentType)
      ? null
      : { keep: (batch) => keepAny(rehearsal.keep, contentType, batch) };
};

/** Lets the zone of an archive date the paths of this site, where `permalinks` is there to ask. */
export const adoptTimezone = async (strapi: Core.Strapi, zone: string): Promise<void> => {
  await service(strapi)?.adoptTimezone(zone);
};
