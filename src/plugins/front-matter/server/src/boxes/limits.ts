import { BoxError, shownName } from './box-error';

/** What is unpacked of a box at the most. */
export interface BoxLimits {
  /** Bytes of all files together once they are unpacked. */
  readonly bytes: number;
  /** Bytes of one file. */
  readonly fileBytes: number;
  /** Entries, and folders that are only named by what is in them. */
  readonly entries: number;
  /** How many times longer than the box what is in it may be, once that is more than 1 MiB. */
  readonly ratio: number;
}

/** Bytes up to which no ratio is asked for: short texts pack well. */
const RATIO_FLOOR = 1024 * 1024;

/**
 * Counts what comes out of a box. Headers say sizes too, but only what has come out is believed.
 * Each method throws a BoxError once a limit is passed.
 */
export class Amounts {
  #entries = 0;
  #bytes = 0;

  constructor(
    private readonly limits: BoxLimits,
    private readonly boxBytes: number
  ) {}

  /** Bytes of all files so far. */
  get bytes(): number {
    return this.#bytes;
  }

  addEntry(name: string): void {
    this.#entries += 1;
    if (this.#entries <= this.limits.entries) return;
    throw new BoxError('too-many', { most: this.limits.entries, name: shownName(name) });
  }

  /** @param fileBytes bytes of this file so far, these included */
  addBytes(bytes: number, fileBytes: number, name: string): void {
    this.#bytes += bytes;
    const { limits } = this;
    if (fileBytes > limits.fileBytes) {
      throw new BoxError('file-too-big', { most: limits.fileBytes, name: shownName(name) });
    }
    if (this.#bytes > limits.bytes) {
      throw new BoxError('too-big', { most: limits.bytes, name: shownName(name) });
    }
    this.checkRatio(this.#bytes, name);
  }

  /** @param expanded bytes that have come out of the box so far */
  checkRatio(expanded: number, name: string): void {
    if (expanded <= RATIO_FLOOR || expanded <= this.boxBytes * this.limits.ratio) return;
    throw new BoxError('ratio', { most: this.limits.ratio, name: shownName(name) });
  }
}
