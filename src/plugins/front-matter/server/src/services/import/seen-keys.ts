/** Remembers keys by the hundred thousand, in a few bytes each. */
export class SeenKeys {
  // The first 52 bits of a SHA-256 tell a million files apart.
  readonly #keys = new Set<number>();

  add(key: string): void {
    this.#keys.add(Number.parseInt(key.slice(0, 13), 16));
  }

  has(key: string): boolean {
    return this.#keys.has(Number.parseInt(key.slice(0, 13), 16));
  }
}
