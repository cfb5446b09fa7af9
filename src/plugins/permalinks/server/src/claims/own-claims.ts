import type { Connection } from './database';
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
  /** Whether an address was settled for a document, as live as it is to be. */
  settles(key: string, document: DocumentRef, live: boolean): boolean;
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
    settles(key, document, live) {
      const claim = claims.get(key);
      return claim !== undefined && claim.live === live && claim.owner === refKey(document);
    },
    forget: (keys) => keys.forEach((key) => claims.delete(key)),
  };
  claimed.set(trx, own);
  return own;
}
