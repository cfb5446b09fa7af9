import { ADDRESS_UID } from '../claims/address-table';
import { columnOf, transact, within } from '../claims/database';
import { type DocumentRef, livingDocuments, refKey } from '../claims/living-documents';
import { releaseDocuments } from '../claims/release';
import type { Permalinks } from '../permalinks';
import type { ServedType } from '../served-type';

const PAGE = 500;

/** Documents of a type that have addresses and no rows, a page of addresses at a time. */
export async function* abandonedDocuments(
  permalinks: Permalinks,
  type: ServedType
): AsyncGenerator<readonly DocumentRef[]> {
  const { db } = permalinks;
  const column = (attribute: string) => columnOf(db, ADDRESS_UID, attribute);
  for (let after = 0; ;) {
    const page: (DocumentRef & { id: number })[] = await within(
      db,
      db.connection,
      db.metadata.get(ADDRESS_UID).tableName
    )
      .select(
        'id',
        `${column('targetDocumentId')} as documentId`,
        `${column('targetLocale')} as locale`
      )
      .where('id', '>', after)
      .where(column('targetType'), type.uid)
      .whereNot(column('state'), 'gone')
      .orderBy('id')
      .limit(PAGE);
    const living = await livingDocuments(db, db.connection, type, page);
    const dead = new Map(
      page.filter((ref) => !living.has(refKey(ref))).map((ref) => [refKey(ref), ref])
    );
    if (dead.size > 0) yield [...dead.values()];
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = last.id;
  }
}

/** Lets go of what documents hold that are no more. */
export async function releaseAbandoned(
  permalinks: Permalinks,
  type: ServedType,
  refs: readonly DocumentRef[]
): Promise<void> {
  await transact(permalinks.db, (trx) =>
    releaseDocuments(permalinks.scope(trx, type), refs, type.deleted)
  );
}
