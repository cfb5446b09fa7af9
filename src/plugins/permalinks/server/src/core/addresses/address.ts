/** Slugs are unique within a type and locale, paths within the site. */
export type AddressKind = 'slug' | 'path';

/**
 * - `reserved`: a draft's slug, not live yet;
 * - `current`: the slug as it was last published;
 * - `former`: leads to the document, at another address now;
 * - `gone`: what it led to has been deleted.
 */
export type AddressState = 'reserved' | 'current' | 'former' | 'gone';

/** Made from a title; given by an editor or an archive; of a path, added by an editor by hand. */
export type AddressOrigin = 'made' | 'given' | 'added';

/** One row of the table: one address, and whose it is. */
export interface Address {
  readonly key: string;
  readonly kind: AddressKind;
  readonly address: string;
  readonly targetType: string;
  readonly targetDocumentId: string;
  /** Empty on a type that is not localised. */
  readonly targetLocale: string;
  readonly state: AddressState;
  readonly origin: AddressOrigin;
}
