import type { Replacement } from 'strapi-plugin-kit';
import type { Connection } from 'strapi-plugin-kit/database';
import { markReplaced } from '../claims/replaced-documents';
import type { Permalinks } from '../permalinks';

/**
 * When a document takes the place of another: all addresses that led there redirect to the one that stays. What the
 * other had only reserved led nowhere, and is free; what it was gone at stays gone.
 */
export const passOnAddresses =
  ({ types, table }: Permalinks) =>
  async ({ uid, from, to }: Replacement, trx: Connection): Promise<void> => {
    if (!types.has(uid)) return;
    markReplaced(trx, uid, from);
    const rows = await table.ofDocuments(trx, uid, [from]);
    const keysOf = (state: 'reserved' | 'gone') =>
      rows.filter((row) => row.state === state).map(({ key }) => key);
    await table.remove(trx, keysOf('reserved'));
    for (const row of rows) {
      if (row.state === 'reserved' || row.state === 'gone') continue;
      await table.handOver(trx, row, { ...row, targetDocumentId: to, state: 'former' });
    }
  };
