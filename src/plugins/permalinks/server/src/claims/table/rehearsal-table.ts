import { shortKey } from 'strapi-plugin-kit/keys';
import type { Address } from '../../core/addresses/address';
import type { AddressTable } from './address-table';
import type { ClaimedKeys } from '../own-claims';

/** Somebody of an earlier batch: nobody's real id is empty. */
const HOLDER: Omit<Address, 'key'> = {
  kind: 'slug',
  address: '',
  targetType: '',
  targetDocumentId: '',
  targetLocale: '',
  state: 'reserved',
  origin: 'given',
};

/** Keys in short: an archive's whole addresses are remembered so. */
class ShortKeys implements ClaimedKeys {
  readonly #keys = new Set<number>();

  has(key: string): boolean {
    return this.#keys.has(shortKey(key));
  }

  add(key: string): void {
    this.#keys.add(shortKey(key));
  }

  delete(key: string): void {
    this.#keys.delete(shortKey(key));
  }
}

export interface RehearsalTable {
  readonly table: AddressTable;
  /** The keys that were taken in it. */
  readonly taken: ClaimedKeys;
  /** Forgets whose the addresses are that were taken so far. */
  nextBatch(): void;
}

/**
 * The table of addresses as it would be: reads go to the real one, writes are only remembered.
 * Whose an address is matters to its own document alone, and that one is asked for once: rows are
 * kept while their batch lasts, after that nothing but their keys, and nothing of their states.
 */
export function rehearsalTable(real: AddressTable): RehearsalTable {
  const recent = new Map<string, Address>();
  const taken = new ShortKeys();
  const freed = new ShortKeys();
  const take = (row: Address): void => {
    recent.set(row.key, row);
    taken.add(row.key);
    freed.delete(row.key);
  };
  const untold = (keys: readonly string[]) =>
    keys.filter((key) => !taken.has(key) && !freed.has(key));

  const table: AddressTable = {
    async insertOrIgnore(trx, rows) {
      const held = await table.taken(
        trx,
        rows.map((row) => row.key)
      );
      const free = rows.filter((row) => !held.has(row.key));
      free.forEach(take);
      return free.length;
    },

    async find(trx, keys) {
      const found = await real.find(trx, untold(keys));
      for (const key of keys) {
        if (taken.has(key)) found.set(key, recent.get(key) ?? { ...HOLDER, key });
      }
      return found;
    },

    async taken(trx, keys) {
      const held = await real.taken(trx, untold(keys));
      for (const key of keys) if (taken.has(key)) held.add(key);
      return held;
    },

    async ofDocuments(trx, type, documentIds) {
      const rows = await real.ofDocuments(trx, type, documentIds);
      return rows.filter(({ key }) => !taken.has(key) && !freed.has(key));
    },

    setState: async () => undefined,

    remove: async (_trx, keys) => {
      for (const key of keys) {
        taken.delete(key);
        freed.add(key);
      }
    },

    move: async () => false,

    handOver: async (_trx, _from, to) => {
      take(to);
      return true;
    },
  };
  return { table, taken, nextBatch: () => recent.clear() };
}
