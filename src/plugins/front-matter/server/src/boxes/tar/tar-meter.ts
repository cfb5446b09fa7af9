import { BoxError, shownName } from '../box-error';
import type { Amounts } from '../limits';
import type { BrokenPlace } from '../refuse-broken';

/** Bytes of headers and padding that a tar may have beside its files: in all, and for each entry. */
const ROOM = 1024 * 1024;
const ROOM_PER_ENTRY = 16 * 1024;

/**
 * Watches a tar that is being unpacked. Between its files there may be headers, or zeros, without end,
 * which no limit of files and their bytes would notice.
 */
export class TarMeter {
  #expanded = 0;
  #covered = 0;
  #entries = 0;
  #last = '';

  constructor(
    private readonly amounts: Amounts,
    private readonly signal: AbortSignal
  ) {}

  get entries(): number {
    return this.#entries;
  }

  /** How far the tar has been read. */
  get place(): BrokenPlace {
    return this.#last === '' ? ['broken-tar'] : ['broken-tar-from', this.#last];
  }

  /** @param size the bytes of the entry, which follow */
  addEntry(name: string, size: number): void {
    this.#entries += 1;
    this.#covered += size;
    this.#last = name;
  }

  /**
   * @throws BoxError `BOX_RATIO`, or `BOX_BROKEN` for too much beside the files
   * @throws unknown the signal's reason
   */
  async *watch(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      this.signal.throwIfAborted();
      this.#expanded += chunk.length;
      this.amounts.checkRatio(this.#expanded, this.#last);
      if (this.#expanded - this.#covered > ROOM + this.#entries * ROOM_PER_ENTRY) {
        const name = shownName(this.#last);
        throw new BoxError(this.#last === '' ? 'tar-headers' : 'tar-headers-from', { name });
      }
      yield chunk;
    }
  }
}
