import type { Connection } from './database';

/** Keys that have been claimed, to be asked and added to. */
export interface ClaimedKeys {
  has(key: string): boolean;
  add(key: string): unknown;
}

const claimed = new WeakMap<Connection, ClaimedKeys>();

/**
 * The keys that a transaction has claimed itself, to be added to. Their documents' rows may be
 * still to come, so they must not be taken for abandoned.
 */
export function claimsOf(trx: Connection): ClaimedKeys {
  const keys = claimed.get(trx) ?? new Set<string>();
  claimed.set(trx, keys);
  return keys;
}

/** Lets a transaction go on from the claims of earlier ones, which it takes for its own. */
export function continueClaims(trx: Connection, keys: ClaimedKeys): void {
  claimed.set(trx, keys);
}
