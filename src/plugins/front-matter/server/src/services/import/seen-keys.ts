/** How many 32-bit words of a key are kept: 64 bits of a SHA-256 tell many millions apart. */
const WORDS = 2;

const HEX_DIGITS = 8;

const wordOf = (key: string, index: number): number =>
  Number.parseInt(key.slice(index * HEX_DIGITS, (index + 1) * HEX_DIGITS), 16);

/**
 * Remembers keys (SHA-256 in hex) by the million, in some sixteen bytes each: a table in which a key
 * lies at the place that its first bits name, or at the next one that was free.
 */
export class SeenKeys {
  #places = new Uint32Array(1_024 * WORDS);
  #size = 0;

  add(key: string): void {
    // Half of the places are free, so that the next free one is near.
    if (this.#size * 2 * WORDS >= this.#places.length) this.#grow();
    this.#put(wordOf(key, 0), wordOf(key, 1) || 1);
  }

  has(key: string): boolean {
    const place = this.#find(wordOf(key, 0), wordOf(key, 1) || 1);
    return this.#places[place + 1] !== 0;
  }

  /** Where a key lies, or would lie; the second word is 0 where nothing does. */
  #find(first: number, second: number): number {
    const places = this.#places;
    const last = places.length / WORDS - 1;
    for (let at = first & last; ; at = (at + 1) & last) {
      const place = at * WORDS;
      if (places[place + 1] === 0) return place;
      if (places[place] === first && places[place + 1] === second) return place;
    }
  }

  #put(first: number, second: number): void {
    const place = this.#find(first, second);
    if (this.#places[place + 1] === 0) this.#size += 1;
    this.#places[place] = first;
    this.#places[place + 1] = second;
  }

  #grow(): void {
    const old = this.#places;
    this.#places = new Uint32Array(old.length * 2);
    this.#size = 0;
    for (let place = 0; place < old.length; place += WORDS) {
      const second = old[place + 1] ?? 0;
      if (second !== 0) this.#put(old[place] ?? 0, second);
    }
  }
}
