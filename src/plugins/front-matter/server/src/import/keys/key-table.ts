const HEX_DIGITS = 8;

/** How many 32-bit words of a key are kept: 64 bits of a SHA-256 tell many millions apart. */
const KEY_WORDS = 2;

const wordOf = (key: string, index: number): number =>
  Number.parseInt(key.slice(index * HEX_DIGITS, (index + 1) * HEX_DIGITS), 16);

/**
 * Keeps keys (SHA-256 in hex) by the million, and a few numbers with each: a table in which a key
 * lies at the place that its first bits name, or at the next one that was free. Half of the places
 * are free, so that the next free one is near.
 */
export class KeyTable {
  readonly #width: number;
  #words: Uint32Array;
  #size = 0;

  /** @param numbers kept with each key, below 2^32 */
  constructor(numbers: number) {
    this.#width = KEY_WORDS + numbers;
    this.#words = new Uint32Array(1_024 * this.#width);
  }

  put(key: string, ...numbers: readonly number[]): void {
    if (this.#size * 2 * this.#width >= this.#words.length) this.#grow();
    // 0 in the second word stands for no key.
    this.#set([wordOf(key, 0), wordOf(key, 1) || 1, ...numbers]);
  }

  /** The numbers that were put with a key; undefined where it was not. */
  get(key: string): Uint32Array | undefined {
    const at = this.#find(wordOf(key, 0), wordOf(key, 1) || 1);
    return this.#words[at + 1] === 0
      ? undefined
      : this.#words.subarray(at + KEY_WORDS, at + this.#width);
  }

  /** Where a key lies, or would lie. */
  #find(first: number, second: number): number {
    const words = this.#words;
    const last = words.length / this.#width - 1;
    for (let place = first & last; ; place = (place + 1) & last) {
      const at = place * this.#width;
      if (words[at + 1] === 0) return at;
      if (words[at] === first && words[at + 1] === second) return at;
    }
  }

  #set(entry: ArrayLike<number>): void {
    const at = this.#find(entry[0] ?? 0, entry[1] ?? 0);
    if (this.#words[at + 1] === 0) this.#size += 1;
    this.#words.set(entry, at);
  }

  #grow(): void {
    const old = this.#words;
    this.#words = new Uint32Array(old.length * 2);
    this.#size = 0;
    for (let at = 0; at < old.length; at += this.#width) {
      if (old[at + 1] !== 0) this.#set(old.subarray(at, at + this.#width));
    }
  }
}
