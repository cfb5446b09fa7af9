/** What of a file's record decides whether the file is read. */
export interface KnownFile {
  readonly status: string;
  readonly checksum: string;
  readonly fingerprint: string;
  /** When the file is to be read again even if it has not changed, in milliseconds since the epoch. */
  readonly dueAt: number | null;
}

/**
 * Files of these statuses are done until they change. A skipped one may be due because another file is
 * gone.
 */
const DONE = new Set(['imported']);

/**
 * Whether a file has to be read: it is new, it has changed, anything else that decides the result has
 * changed, its date has come, or the last run did not import it (quarantined, in conflict).
 *
 * @param future whether posts with dates in the future are to be looked at whatever they were
 */
export const isDue = (
  known: KnownFile | undefined,
  seen: { readonly checksum: string; readonly fingerprint: string },
  now: number,
  future = false
): boolean =>
  known === undefined ||
  !DONE.has(known.status) ||
  known.checksum !== seen.checksum ||
  known.fingerprint !== seen.fingerprint ||
  (known.dueAt !== null && (future || known.dueAt <= now));
