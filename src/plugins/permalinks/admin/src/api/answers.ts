// The same shapes as the server's `panel/suggest.ts` and `panel/addresses-of.ts` answer with.

export interface Suggestion {
  readonly slug: string;
  readonly free: boolean;
  readonly instead: string | null;
  readonly fault: 'empty' | 'too-long' | 'forbidden-character' | 'dots' | null;
  readonly follows: boolean;
  readonly own: ShownAddress['state'] | null;
}

export interface ShownAddress {
  readonly key: string;
  readonly kind: 'slug' | 'path';
  readonly address: string;
  readonly state: 'reserved' | 'current' | 'former' | 'gone';
  readonly here: boolean;
}

/** A document's addresses, and whether whoever asks may add and remove redirects. */
export interface AddressesAnswer extends Answer<ShownAddress[]> {
  /** Said when they are read; whoever has changed them may. */
  readonly meta?: { readonly mayRedirect: boolean };
}

/** An answer's wrapping. */
export interface Answer<Data> {
  readonly data: Data;
}
