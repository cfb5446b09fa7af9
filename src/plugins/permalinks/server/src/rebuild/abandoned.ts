import { columnOf, pages, retryTransaction, within } from 'strapi-plugin-kit/database';
import { ADDRESS_UID } from '../claims/table/address-table';
import { type DocumentRef, livingDocuments, refKey } from '../claims/living-documents';
import { releaseDocuments } from '../claims/release-documents';
import type { Permalinks } from '../permalinks';
import type { ServedType } from '../served-type';

/** Documents of one type that have addresses and no rows. */
export interface Abandoned {
  readonly type: ServedType;
  readonly documents: readonly DocumentRef[];
}

interface HeldAddress extends DocumentRef {
  readonly id: number;
  readonly targetType: string;
  readonly state: string;
}

const PAGE = 500;

/** Documents that have addresses and no rows, a page of addresses at a time. */
export async function* abandonedDocuments(permalinks: Permalinks): AsyncGenerator<Abandoned> {
  for await (const page of pages(PAGE, (above, limit) => pageAbove(permalinks, above, limit))) {
    for (const type of permalinks.types.values()) {
      const documents = await withoutRows(permalinks, type, page);
      if (documents.length > 0) yield { type, documents };
    }
  }
}

/** Addresses of all types: none is looked for by its type, which has no index. */
async function pageAbove({ db }: Permalinks, above: number, limit: number): Promise<HeldAddress[]> {
  const column = (attribute: string) => columnOf(db, ADDRESS_UID, attribute);
  const rows: HeldAddress[] = await within(
    db,
    db.connection,
    db.metadata.get(ADDRESS_UID).tableName
  )
    .select(
      'id',
      `${column('targetType')} as targetType`,
      `${column('targetDocumentId')} as documentId`,
      `${column('targetLocale')} as locale`,
      column('state')
    )
    .where('id', '>', above)
    .orderBy('id')
    .limit(limit);
  return rows;
}

async function withoutRows(
  { db }: Permalinks,
  type: ServedType,
  page: readonly HeldAddress[]
): Promise<readonly DocumentRef[]> {
  const held = page.filter(({ targetType, state }) => targetType === type.uid && state !== 'gone');
  const living = await livingDocuments(db, db.connection, type, held);
  const dead = held.filter((ref) => !living.has(refKey(ref)));
  return [...new Map(dead.map((ref) => [refKey(ref), ref])).values()];
}

/** Lets go of what documents hold that are no more. */
export async function releaseAbandoned(
  permalinks: Permalinks,
  { type, documents }: Abandoned
): Promise<void> {
  await retryTransaction(permalinks.db, (trx) =>
    releaseDocuments(permalinks.scope(trx, type), documents, type.deleted)
  );
}
