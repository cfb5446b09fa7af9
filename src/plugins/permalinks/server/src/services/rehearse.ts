import { retryTransaction } from 'strapi-plugin-kit/database';
import type { ClaimScope } from '../claims/claim';
import { continueClaims } from '../claims/own-claims';
import { rehearsalTable } from '../claims/table/rehearsal-table';
import type { Permalinks } from '../permalinks';
import type { DocumentToKeep, KeptDocument, Rehearsal } from '../contract';

/** Keeps a batch of documents of one type, by the table of a scope. */
type Keep = (
  scope: Omit<ClaimScope, 'type'>,
  contentType: string,
  batch: readonly DocumentToKeep[]
) => Promise<KeptDocument[]>;

/** Begins a rehearsal: the same claims as ever, on a table that only remembers them. */
export function rehearse({ db, table }: Permalinks, keep: Keep): Rehearsal {
  const { table: rehearsed, taken, nextBatch } = rehearsalTable(table);
  return {
    keep: (contentType, batch) =>
      retryTransaction(db, (trx) => {
        // Documents of earlier batches have no rows, and are not abandoned all the same.
        continueClaims(trx, taken);
        nextBatch();
        return keep({ db, trx, table: rehearsed }, contentType, batch);
      }),
  };
}
