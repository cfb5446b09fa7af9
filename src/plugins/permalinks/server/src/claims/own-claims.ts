import type { Connection } from 'strapi-plugin-kit/database';
import { type DocumentRef, refKey } from './living-documents';

/** Whose an address is that a transaction has claimed, and whether it is live already. */
interface OwnClaim {
  readonly owner: string;
  readonly live: boolean;
}

/** The addresses that one transaction has claimed itself, by key. */
export interface OwnClaims {
  add(key: string, document: DocumentRef, live: boolean): void;
  /** Their documents' rows may be still to come, so they must not be taken for abandoned. */
  has(key: string): boolean;
  /** Whether an address was assigned for a document, as live as it is to be. */
  isAssigned(key: string, document: DocumentRef, live: boolean): boolean;
  /** Addresses that have been changed since, or given up. */
  forget(keys: readonly string[]): void;
}

const claimed = new WeakMap<Connection, OwnClaims>();

/** The claims of a transaction, to be added to. */
export function claimsOf(trx: Connection): OwnClaims {
  const known = claimed.get(trx);
  if (known !== undefined) return known;
  const claims = new Map<string, OwnClaim>();
  const own: OwnClaims = {
    add: (key, document, live) => claims.set(key, { owner: refKey(document), live }),
    has: (key) => claims.has(key),
    isAssigned(key, document, live) {
      const claim = claims.get(key);
      return claim !== undefined && claim.live === live && claim.owner === refKey(document);
    },
    forget: (keys) => keys.forEach((key) => claims.delete(key)),
  };
  claimed.set(trx, own);
  return own;
}

/** Keys that have been claimed, to be asked and added to. */
export interface ClaimedKeys {
  has(key: string): boolean;
  add(key: string): unknown;
}

/** Lets a transaction go on from the claims of earlier ones, which it takes for its own. */
export function continueClaims(trx: Connection, keys: ClaimedKeys): void {
  claimed.set(trx, {
    add: (key) => keys.add(key),
    has: (key) => keys.has(key),
    // Nothing is written by a transaction that goes on so: there are no rows to be assigned.
    isAssigned: () => false,
    forget: () => undefined,
  });
}
