import type { Connection, Database } from 'strapi-plugin-kit/database';
import type { AddressOrigin } from '../core/addresses/address';
import { addressKey, slugScope } from '../core/addresses/address-key';
import type { AddressTable } from './table/address-table';
import type { DocumentRef } from './living-documents';

/** A slug that a document would have. */
export interface SlugClaim extends DocumentRef {
  readonly name: string;
  /** What a suffix is put to when the name is taken; the name itself, but for `name-2` of a title. */
  readonly stem: string;
  readonly origin: AddressOrigin;
  /** Whether it is published; else the slug is only reserved. */
  readonly live: boolean;
  /** What to do when another document has it: take a suffix, or refuse with a free one named. */
  readonly onTaken: 'suffix' | 'refuse';
  /** True for names that only an archive may give. */
  readonly reserved: boolean;
}

export interface ClaimScope {
  readonly db: Database;
  readonly table: AddressTable;
  readonly trx: Connection;
  readonly type: {
    readonly uid: string;
    readonly localised: boolean;
    /** The attribute that holds the slug. */
    readonly slug: string;
  };
}

/** One try of one claim. */
export interface Attempt {
  readonly claim: SlugClaim;
  readonly index: number;
  /** 1 is the name itself, 2 is `name-2`. */
  readonly number: number;
}

/** The key of a slug in the scope of a claim. */
export const keyOf = (scope: ClaimScope, claim: SlugClaim, slug: string): string =>
  addressKey(slugScope(scope.type.uid, claim.locale || null), slug);
