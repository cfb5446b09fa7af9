import type { Connection } from './database';

const claimed = new WeakMap<Connection, Set<string>>();

/**
 * The keys that a transaction has claimed itself, to be added to. Their documents' rows may be
 * still to come, so they must not be taken for abandoned.
 */
export function claimsOf(trx: Connection): Set<string> {
  const keys = claimed.get(trx) ?? new Set();
  claimed.set(trx, keys);
  return keys;
}
