/**
 * What the admin panel asks of this plugin and is answered. The types are shared by both sides: the
 * panel imports nothing else of the server.
 */
import type { AddressKind, AddressState } from '../core/addresses/address';
import type { SlugFault } from '../core/slugs/given-slug';

/** What the panel is told of a served type, in its schema's `pluginOptions.permalinks`. */
export interface PanelOptions {
  readonly slug: string;
  readonly title: string;
  /** Left out where there is none: Strapi's generator of types fails on a null. */
  readonly fallback?: string;
}

/** `POST /permalinks/suggest/:contentType`: what a form holds of a document. */
export interface SuggestRequest {
  /** Null for one that has not been saved yet. */
  readonly documentId: string | null;
  readonly locale: string | null;
  /** Blank asks for a slug made from the title. */
  readonly slug: string;
  readonly title: string | null;
  readonly fallback: string | null;
}

/** What a form can say of a slug before it is saved. */
export interface Suggestion {
  /** The slug that was asked about, or the one that is made; empty while there is nothing to make. */
  readonly slug: string;
  readonly free: boolean;
  /** A slug to take instead, when it is not free. */
  readonly instead: string | null;
  readonly fault: SlugFault | null;
  /** Whether saving another title would change the slug. */
  readonly follows: boolean;
  /** What the slug is to this very document already; null when it is not the document's. */
  readonly own: AddressState | null;
}

/** `POST /permalinks/addresses/:contentType/:documentId`: a redirect to add. */
export interface RedirectRequest {
  readonly path: string;
}

/**
 * Why a redirect is refused:
 * - `own`: visitors find its own document there;
 * - `query`: it has a query or a fragment, and redirects go by the path alone;
 * - `taken`: it leads to another document, or to this one in another locale;
 * - `coming`: another document will be there once it is published;
 * - `reserved`: the server answers there itself, or the configuration says so;
 * - `invalid`: it is no address.
 */
export type RefusalReason = 'own' | 'query' | 'taken' | 'coming' | 'reserved' | 'invalid';

/** The details of the error that refuses a redirect. */
export interface RefusalDetails {
  readonly reason: RefusalReason;
  /** The document that stands against it; null where none does. */
  readonly documentId: string | null;
  /** Whether what is reserved is `/` itself. */
  readonly isFrontPage?: true;
}

/** One address of a document. */
export interface ShownAddress {
  readonly key: string;
  readonly kind: AddressKind;
  readonly address: string;
  readonly state: AddressState;
  /** Whether it is the path at which visitors find the document now. */
  readonly here: boolean;
}

/** `/permalinks/addresses/:contentType/:documentId`: a document's addresses, read or changed. */
export interface AddressesAnswer {
  readonly data: readonly ShownAddress[];
  /** Told when addresses are read; a change that is answered was allowed. */
  readonly meta?: { readonly mayRedirect: boolean };
}
