import { KeyTable } from './key-table';

/** A number for each of millions of keys (SHA-256 in hex), in some thirty bytes each. */
export class NumbersByKey {
  readonly #table = new KeyTable(1);

  /** @param number below 2^32 */
  set(key: string, number: number): void {
    this.#table.put(key, number);
  }

  get(key: string): number | undefined {
    return this.#table.get(key)?.[0];
  }
}
