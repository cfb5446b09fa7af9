/** A place holds 64 bits of a key and a number; 0 in the second word for none. */
const WORDS = 3;

const HEX_DIGITS = 8;

const wordOf = (key: string, index: number): number =>
  Number.parseInt(key.slice(index * HEX_DIGITS, (index + 1) * HEX_DIGITS), 16);

/**
 * A number for each of millions of keys (SHA-256 in hex), in some thirty bytes each: a table like
 * that of `SeenKeys`.
 */
export class NumbersByKey {
  #places = new Uint32Array(1_024 * WORDS);
  #size = 0;

  /** @param number below 2^32 */
  set(key: string, number: number): void {
    // Half of the places are free, so that the next free one is near.
    if (this.#size * 2 * WORDS >= this.#places.length) this.#grow();
    this.#put(wordOf(key, 0), wordOf(key, 1) || 1, number);
  }

  get(key: string): number | undefined {
    const place = this.#find(wordOf(key, 0), wordOf(key, 1) || 1);
    return this.#places[place + 1] === 0 ? undefined : this.#places[place + 2];
  }

  /** Where a key lies, or would lie. */
  #find(first: number, second: number): number {
    const places = this.#places;
    const last = places.length / WORDS - 1;
    for (let at = first & last; ; at = (at + 1) & last) {
      const place = at * WORDS;
      if (places[place + 1] === 0) return place;
      if (places[place] === first && places[place + 1] === second) return place;
    }
  }

  #put(first: number, second: number, number: number): void {
    const place = this.#find(first, second);
    if (this.#places[place + 1] === 0) this.#size += 1;
    this.#places[place] = first;
    this.#places[place + 1] = second;
    this.#places[place + 2] = number;
  }

  #grow(): void {
    const old = this.#places;
    this.#places = new Uint32Array(old.length * 2);
    this.#size = 0;
    for (let place = 0; place < old.length; place += WORDS) {
      const second = old[place + 1] ?? 0;
      if (second !== 0) this.#put(old[place] ?? 0, second, old[place + 2] ?? 0);
    }
  }
}
