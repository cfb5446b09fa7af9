import {
  chunks,
  columnOf,
  type Connection,
  type Database,
  engineOf,
  Statements,
  within,
} from 'strapi-plugin-kit/database';
import type { Address, AddressState } from '../../core/addresses/address';
import { claimsOf } from '../own-claims';

export const ADDRESS_UID = 'plugin::permalinks.address';

const FIELDS = [
  'key',
  'kind',
  'address',
  'targetType',
  'targetDocumentId',
  'targetLocale',
  'state',
  'origin',
] as const;

/** The table of addresses, one statement a function; every list is taken in chunks. */
export interface AddressTable {
  /**
   * Inserts those rows whose keys are free, and leaves the others.
   * @returns how many were inserted.
   */
  insertOrIgnore(trx: Connection, rows: readonly Address[]): Promise<number>;
  /** `locked` waits for whoever is changing one of them, and keeps them as they are. */
  find(trx: Connection, keys: readonly string[], locked?: 'locked'): Promise<Map<string, Address>>;
  taken(trx: Connection, keys: readonly string[]): Promise<Set<string>>;
  ofDocuments(trx: Connection, type: string, documentIds: readonly string[]): Promise<Address[]>;
  setState(trx: Connection, keys: readonly string[], state: AddressState): Promise<void>;
  remove(trx: Connection, keys: readonly string[]): Promise<void>;
  /**
   * Changes a row into another address of its document, unless that is taken or the database cannot
   * be asked for it.
   */
  move(trx: Connection, from: Address, to: Address): Promise<boolean>;
  /** Gives a row to another document, unless somebody else has just done so. */
  handOver(trx: Connection, from: Address, to: Address): Promise<boolean>;
}

/**
 * Nobody asks for an address by its own id; Strapi wants one all the same, and has an index of
 * it. Beginning with the time, new ones are next to each other there.
 */
const documentIdOf = ({ key }: Address, now: Date): string =>
  `a${now.getTime().toString(36)}${key}`.slice(0, 24);

/** Opens the table, with its names as this database has them. */
export function addressTable(db: Database): AddressTable {
  const { tableName } = db.metadata.get(ADDRESS_UID);
  const columns = Object.fromEntries(
    FIELDS.map((field) => [field, columnOf(db, ADDRESS_UID, field)])
  ) as Record<(typeof FIELDS)[number], string>;
  const engine = engineOf(db);
  const selection = FIELDS.map((field) => `${columns[field]} as ${field}`);
  const table = (trx: Connection) => within(db, trx, tableName);
  const insertOrIgnore = engine.insertOrIgnore(columns.key);

  const toRow = (address: Address, now: Date) => ({
    document_id: documentIdOf(address, now),
    created_at: now,
    updated_at: now,
    published_at: now,
    [columns.key]: address.key,
    [columns.kind]: address.kind,
    [columns.address]: address.address,
    [columns.targetType]: address.targetType,
    [columns.targetDocumentId]: address.targetDocumentId,
    [columns.targetLocale]: address.targetLocale,
    [columns.state]: address.state,
    [columns.origin]: address.origin,
  });

  const statements = new Statements();

  return {
    async insertOrIgnore(trx, rows) {
      let inserted = 0;
      const now = new Date();
      // One order for all writers: two batches never wait for each other crosswise.
      const sorted = rows.toSorted((a, b) => (a.key < b.key ? -1 : 1));
      for (const chunk of chunks(sorted)) {
        inserted += await insertOrIgnore(
          trx,
          table(trx),
          chunk.map((row) => toRow(row, now))
        );
      }
      return inserted;
    },

    async find(trx, keys, locked) {
      const found = new Map<string, Address>();
      for (const chunk of chunks(keys)) {
        const statement = statements.text(`find ${chunk.length} ${locked ?? ''}`, () => {
          const query = table(trx).select(selection).whereIn(columns.key, chunk);
          return locked === undefined ? query : engine.lockRows(query);
        });
        for (const row of await engine.query<Address>(trx, statement, chunk))
          found.set(row.key, row);
      }
      return found;
    },

    async taken(trx, keys) {
      const found = new Set<string>();
      for (const chunk of chunks(keys)) {
        const rows: string[] = await table(trx).whereIn(columns.key, chunk).pluck(columns.key);
        rows.forEach((key) => found.add(key));
      }
      return found;
    },

    async ofDocuments(trx, type, documentIds) {
      const found: Address[] = [];
      for (const chunk of chunks(documentIds)) {
        const statement = statements.text(`of ${chunk.length}`, () =>
          table(trx)
            .select(selection)
            .whereIn(columns.targetDocumentId, chunk)
            .where(columns.targetType, type)
        );
        found.push(...(await engine.query<Address>(trx, statement, [...chunk, type])));
      }
      return found;
    },

    async setState(trx, keys, state) {
      claimsOf(trx).forget(keys);
      for (const chunk of chunks(keys)) {
        const change = { [columns.state]: state, updated_at: new Date() };
        const statement = statements.text(`set ${chunk.length}`, () =>
          table(trx).whereIn(columns.key, chunk).update(change)
        );
        await trx.raw(statement, [...Object.values(change), ...chunk]);
      }
    },

    async remove(trx, keys) {
      claimsOf(trx).forget(keys);
      for (const chunk of chunks(keys)) {
        const statement = statements.text(`remove ${chunk.length}`, () =>
          table(trx).whereIn(columns.key, chunk).delete()
        );
        await trx.raw(statement, chunk);
      }
    },

    async move(trx, from, to) {
      const values = [to.key, to.address, to.state, to.origin, new Date(), from.key];
      const statement = statements.text('move', () => {
        const { key, address, state, origin } = columns;
        const names = { [key]: '', [address]: '', [state]: '', [origin]: '', updated_at: '' };
        return table(trx).where(key, '').update(names);
      });
      const isMoved = await engine.updateOrIgnore(trx, statement, values);
      if (isMoved) claimsOf(trx).forget([from.key]);
      return isMoved;
    },

    async handOver(trx, from, to) {
      claimsOf(trx).forget([from.key]);
      const changed: number = await table(trx)
        .where(columns.key, from.key)
        .where(columns.targetDocumentId, from.targetDocumentId)
        .update(toRow(to, new Date()));
      return changed === 1;
    },
  };
}
