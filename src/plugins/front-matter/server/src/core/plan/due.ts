/** What the ledger says of a file, as far as it decides whether the file is read. */
export interface Known {
  readonly status: string;
  readonly checksum: string;
  readonly fingerprint: string;
  /** When the file is to be looked at again whatever it says, in milliseconds since the epoch. */
  readonly dueAt: number | null;
}

/** What is done with until the file changes. A skipped file may be due because another one went away. */
const SETTLED = new Set(['imported']);

/**
 * True when a file has to be read: it is new, it or anything else that decides the result has
 * changed, its time has come, or the last run did not settle it (quarantined, in conflict).
 */
export const isDue = (
  known: Known | undefined,
  seen: { readonly checksum: string; readonly fingerprint: string },
  now: number
): boolean =>
  known === undefined ||
  !SETTLED.has(known.status) ||
  known.checksum !== seen.checksum ||
  known.fingerprint !== seen.fingerprint ||
  (known.dueAt !== null && known.dueAt <= now);
