import type { Connection } from 'strapi-plugin-kit/database';
import { refKey, targetOf } from '../claims/living-documents';
import type { Address } from '../core/addresses/address';
import { addressKey, slugScope } from '../core/addresses/address-key';
import { type AddressFault, inspectRow } from '../core/addresses/inspect-row';
import type { Permalinks } from '../permalinks';
import type { ServedType } from '../served-type';
import { type WalkedRow, walkRows } from './walk-rows';

/** A row whose address is not as it should be. */
export interface FaultyRow {
  readonly fault: AddressFault;
  readonly row: WalkedRow;
}

/** What is wrong with the addresses of a type's documents, a page at a time. */
export async function* checkRows(
  permalinks: Permalinks,
  type: ServedType
): AsyncGenerator<readonly FaultyRow[]> {
  for await (const page of walkRows(permalinks, type)) {
    yield await faultsOf(permalinks, permalinks.db.connection, type, page);
  }
}

/** What is wrong with some rows of a type. */
export async function faultsOf(
  { table }: Permalinks,
  connection: Connection,
  type: ServedType,
  rows: readonly WalkedRow[]
): Promise<FaultyRow[]> {
  const ids = [...new Set(rows.map((row) => row.documentId))];
  const held = new Map<string, Address[]>();
  for (const address of await table.ofDocuments(connection, type.uid, ids)) {
    const key = refKey(targetOf(address));
    if (address.kind === 'slug') held.set(key, [...(held.get(key) ?? []), address]);
  }
  const keyOf = (row: WalkedRow) =>
    addressKey(slugScope(type.uid, row.locale || null), row.slug ?? '');
  const holders = await table.find(connection, [...new Set(rows.map(keyOf))]);
  return rows.flatMap((row) => {
    const fault = inspectRow(row, held.get(refKey(row)) ?? [], holders.get(keyOf(row)));
    return fault === null ? [] : [{ fault, row }];
  });
}
