/** A read has taken longer than reads may. */
export const READ_TIMEOUT = 'READ_TIMEOUT';

/** As many reads wait as may, or one has waited as long as it may. */
export const READS_WAITING = 'READS_WAITING';

/** An error with a code, as drivers have them. */
export class ReadError extends Error {
  constructor(
    readonly code: string,
    message: string
  ) {
    super(message);
  }
}
