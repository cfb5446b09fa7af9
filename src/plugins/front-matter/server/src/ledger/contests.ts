import type { Core } from '@strapi/strapi';

import { documentId } from '../write/document-id';
import { nameIn } from '../write/in-locale';
import type { Target } from '../write/target';
import { addressKey, contestKey } from './keys';
import { CONTEST } from './tables';

/** A document that has asked for an address which leads to another. */
export interface Contest {
  /** In the one form in which addresses are kept. */
  readonly address: string;
  /** As the file has it. */
  readonly path: string;
  readonly targetDocumentId: string;
  readonly targetLocale: string | null;
  /** The name of the document that the address leads to, as far as that is known. */
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
  /** The document's name. */
  readonly asker: string;
}

/**
 * The rows of `contest`: who to look at when an address loses its document, or one of those that
 * ask for it changes. They only say where to look: the records of the files decide. Where no
 * address is asked for twice there are none. Documents go by their names, as `nameIn` gives them.
 */
export const contests = (strapi: Core.Strapi, target: Target) => {
  const { uid: contentType } = target;
  const query = () => strapi.db.query(CONTEST);
  const toRow = (contest: Contest) => {
    const { address, targetDocumentId, targetLocale } = contest;
    const asker = nameIn(target, targetDocumentId, targetLocale);
    const key = contestKey(address, contentType, asker);
    return { ...contest, key, asker, addressKey: addressKey(address), contentType };
  };
  return {
    /** Notes documents that have asked for addresses; those are due to be looked at. */
    async note(noted: readonly Contest[]): Promise<void> {
      if (noted.length === 0) return;
      const rows = noted.map(toRow);
      // An address may be asked for in two spellings; the first says the most.
      const unique = new Map(rows.toReversed().map((row) => [row.key, row]));
      await query().deleteMany({ where: { key: { $in: [...unique.keys()] } } });
      await query().createMany({
        data: [...unique.values()]
          .reverse()
          .map((row) => ({ ...row, documentId: documentId(), due: true })),
      });
    },

    /** Has addresses looked at that some documents have, or have asked for. */
    async touch(names: readonly string[]): Promise<void> {
      if (names.length === 0) return;
      for (const column of ['holder', 'asker']) {
        const where = { [column]: { $in: names }, contentType, due: false };
        await query().updateMany({ where, data: { due: true } });
      }
    },

    /** Keys of addresses to be looked at, in order. */
    async due(above: string, limit: number): Promise<string[]> {
      const rows: { readonly addressKey: string }[] = await query().findMany({
        where: { due: true, contentType, addressKey: { $gt: above } },
        select: ['addressKey'],
        orderBy: { addressKey: 'asc' },
        limit,
      });
      return [...new Set(rows.map((row) => row.addressKey))];
    },

    /** Who has asked for an address, in the order of asking, a page at a time. */
    ofAddress(key: string, above: number, limit: number): Promise<StoredContest[]> {
      return query().findMany({
        where: { addressKey: key, contentType, id: { $gt: above } },
        orderBy: { id: 'asc' },
        limit,
      });
    },

    /** Who has asked for addresses that some documents have. */
    ofHolders(names: readonly string[]): Promise<StoredContest[]> {
      return query().findMany({ where: { contentType, holder: { $in: names } } });
    },

    /** Names of documents that have addresses which others ask for, in order. */
    async holders(above: string, limit: number): Promise<string[]> {
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
    async settle(address: string, holder: string | null): Promise<void> {
      const own = { addressKey: addressKey(address), contentType };
      const isNews = [
        { due: true },
        holder === null ? { holder: { $notNull: true } } : { holder: { $null: true } },
        ...(holder === null ? [] : [{ holder: { $ne: holder } }]),
      ];
      await query().updateMany({ where: { ...own, $or: isNews }, data: { holder, due: false } });
      if (holder === null) return;
      await query().deleteMany({
        where: {
          key: contestKey(address, contentType, holder),
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
