import { KeyTable } from './key-table';

/** Remembers keys (SHA-256 in hex) by the million, in some sixteen bytes each. */
export class SeenKeys {
  readonly #table = new KeyTable(0);

  add(key: string): void {
    this.#table.put(key);
  }

  has(key: string): boolean {
    return this.#table.get(key) !== undefined;
  }
}
