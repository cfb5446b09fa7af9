import type { Core } from '@strapi/strapi';

import { documentId } from '../write/document-id';
import { addressKey, contestKey } from './keys';
import { CONTEST } from './tables';

/** A document that has asked for an address which leads to another. */
export interface Contest {
  /** In the one form in which addresses are kept. */
  readonly address: string;
  /** As the file has it. */
  readonly path: string;
  readonly contentType: string;
  readonly targetDocumentId: string;
  readonly targetLocale: string | null;
  /** The document that the address leads to, as far as that is known. */
  readonly holder: string | null;
  /** The slug that the file gives, where the address is its own. */
  readonly wanted: string | null;
  /** The slug that it has asked for in vain, and that is still to be told of. */
  readonly instead: string | null;
  /** Whether the report has told of it. */
  readonly told: boolean;
}

export interface StoredContest extends Contest {
  readonly id: number;
  readonly addressKey: string;
}

const keyOf = ({ address, contentType, targetDocumentId, targetLocale }: Contest): string =>
  contestKey(address, contentType, targetDocumentId, targetLocale);

/**
 * The rows of `contest`: who to look at when an address loses its document, or one of those that
 * ask for it changes. They only say where to look: the records of the files decide. Where no
 * address is asked for twice there are none.
 */
export const contests = (strapi: Core.Strapi) => {
  const query = () => strapi.db.query(CONTEST);
  return {
    /** Notes documents that have asked for addresses; those are due to be looked at. */
    async note(rows: readonly Contest[]): Promise<void> {
      if (rows.length === 0) return;
      // An address may be asked for in two spellings; the first says the most.
      const unique = new Map(rows.toReversed().map((row) => [keyOf(row), row]));
      await query().deleteMany({ where: { key: { $in: [...unique.keys()] } } });
      await query().createMany({
        data: [...unique].reverse().map(([key, row]) => ({
          ...row,
          key,
          documentId: documentId(),
          addressKey: addressKey(row.address),
          due: true,
        })),
      });
    },

    /** Has addresses looked at that some documents have, or have asked for. */
    async touch(contentType: string, documentIds: readonly string[]): Promise<void> {
      if (documentIds.length === 0) return;
      for (const name of ['holder', 'targetDocumentId']) {
        const where = { [name]: { $in: documentIds }, contentType, due: false };
        await query().updateMany({ where, data: { due: true } });
      }
    },

    /** Keys of addresses to be looked at, in order. */
    async due(contentType: string, above: string, limit: number): Promise<string[]> {
      const rows: { readonly addressKey: string }[] = await query().findMany({
        where: { due: true, contentType, addressKey: { $gt: above } },
        select: ['addressKey'],
        orderBy: { addressKey: 'asc' },
        limit,
      });
      return [...new Set(rows.map((row) => row.addressKey))];
    },

    /** Who has asked for an address, in the order of asking, a page at a time. */
    ofAddress(
      contentType: string,
      key: string,
      above: number,
      limit: number
    ): Promise<StoredContest[]> {
      return query().findMany({
        where: { addressKey: key, contentType, id: { $gt: above } },
        orderBy: { id: 'asc' },
        limit,
      });
    },

    /** Who has asked for addresses that some documents have. */
    ofHolders(contentType: string, documentIds: readonly string[]): Promise<StoredContest[]> {
      return query().findMany({ where: { contentType, holder: { $in: documentIds } } });
    },

    /** Documents that have addresses which others ask for, in order. */
    async holders(contentType: string, above: string, limit: number): Promise<string[]> {
      const rows: { readonly holder: string }[] = await query().findMany({
        where: { contentType, holder: { $gt: above } },
        select: ['holder'],
        orderBy: { holder: 'asc' },
        limit,
      });
      return rows.map(({ holder }) => holder);
    },

    /** Of whom nothing has been said yet, in the order of addresses and of asking. */
    untold(
      contentType: string,
      after: Pick<StoredContest, 'addressKey' | 'id'>,
      limit: number
    ): Promise<StoredContest[]> {
      const { addressKey: key, id } = after;
      return query().findMany({
        where: {
          told: false,
          contentType,
          $or: [{ addressKey: { $gt: key } }, { addressKey: key, id: { $gt: id } }],
        },
        orderBy: [{ addressKey: 'asc' }, { id: 'asc' }],
        limit,
      });
    },

    async tell(ids: readonly number[]): Promise<void> {
      if (ids.length === 0) return;
      await query().updateMany({
        where: { id: { $in: ids } },
        data: { told: true, instead: null },
      });
    },

    /** Notes whose an address is now; whoever has it is not to be looked for any longer. */
    async settle(contentType: string, key: string, holder: string | null): Promise<void> {
      const isNews = [
        { due: true },
        holder === null ? { holder: { $notNull: true } } : { holder: { $null: true } },
        ...(holder === null ? [] : [{ holder: { $ne: holder } }]),
      ];
      await query().updateMany({
        where: { addressKey: key, contentType, $or: isNews },
        data: { holder, due: false },
      });
      if (holder === null) return;
      await query().deleteMany({
        where: {
          addressKey: key,
          contentType,
          targetDocumentId: holder,
          $or: [{ told: true }, { instead: { $null: true } }],
        },
      });
    },

    async remove(ids: readonly number[]): Promise<void> {
      if (ids.length > 0) await query().deleteMany({ where: { id: { $in: ids } } });
    },
  };
};

export type Contests = ReturnType<typeof contests>;
