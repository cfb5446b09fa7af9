import type { Core } from '@strapi/strapi';
import type {
  AddressesService,
  AddressHolder,
  AskedAddress,
  DocumentToKeep as AskedDocument,
  ForgottenAddresses,
  HeldSlug,
  KeptDocument,
  PathHandover,
} from 'strapi-plugin-permalinks/contract';

/** A document whose addresses are to be kept: the importer says all that can be said of one. */
export type DocumentToKeep = Required<AskedDocument>;

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
  /**
   * The document that a path leads to.
   *
   * @param dated what its date is to be, in ISO 8601; null for the one that it has
   */
  holderOf(path: string, dated?: string | null): Promise<AddressHolder | null>;
  /** The document that has a slug, or had it before. */
  slugHolder(locale: string | null, slug: string): Promise<AddressHolder | null>;
  /** False, and nothing is done, where a path is not that document's. */
  handOver(handover: PathHandover): Promise<boolean>;
  /** False, and nothing is done, where one of two documents does not have its slug. */
  exchangeSlugs(one: HeldSlug, other: HeldSlug): Promise<boolean>;
  /** Whether a slug is what a title makes of itself, and nobody has chosen it. */
  isMade(slug: string, title: string): boolean;
}

type Keep = AddressesService['keep'];

const service = (strapi: Core.Strapi): AddressesService | null => {
  if (strapi.plugin('permalinks') === undefined) return null;
  return strapi.service('plugin::permalinks.addresses') as AddressesService;
};

const servedTypes = (strapi: Core.Strapi): object => {
  const types: unknown = strapi.config.get('plugin::permalinks.contentTypes');
  return typeof types === 'object' && types !== null ? types : {};
};

const isServed = (strapi: Core.Strapi, contentType: string): boolean =>
  contentType in servedTypes(strapi);

/** The attribute that `permalinks` keeps a type's slugs in; null where it does not serve the type. */
export const slugAttributeOf = (strapi: Core.Strapi, contentType: string): string | null => {
  if (service(strapi) === null || !isServed(strapi, contentType)) return null;
  const served: unknown = Reflect.get(servedTypes(strapi), contentType);
  const isNamed = typeof served === 'object' && served !== null && 'slug' in served;
  return isNamed && typeof served.slug === 'string' ? served.slug : 'slug';
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
    holderOf: (path, dated = null) => holder({ path, dated }),
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
