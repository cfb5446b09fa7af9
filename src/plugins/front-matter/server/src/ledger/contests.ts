import type { Core } from '@strapi/strapi';
import { chunks, newDocumentId } from 'strapi-plugin-kit/database';

import { type Localised, nameIn } from '../core/locale';
import type { Contest, DueAddress, Rivals, StoredContest } from './contest';
import { addressKey, contestKey } from './keys';
import { CONTEST } from './tables';

/**
 * The rows of `contest`: which documents to look at when the document of an address, or one that
 * asks for it, changes. The records of the files decide; where no address is asked for twice there
 * are no rows. Documents go by their names, as `nameIn` gives them.
 */
export const contests = (strapi: Core.Strapi, target: Localised & { readonly uid: string }) => {
  const { uid: contentType } = target;
  const query = () => strapi.db.query(CONTEST);
  const toRow = (contest: Contest) => {
    const { address, targetDocumentId, targetLocale } = contest;
    const asker = nameIn(target, targetDocumentId, targetLocale);
    const key = contestKey(address, contentType, asker);
    return { ...contest, key, asker, addressKey: addressKey(address), contentType };
  };
  return {
    /**
     * Saves documents that have asked for addresses, and marks these as due.
     *
     * @param replaces whether a row that is there is replaced; else it stays
     */
    async save(rows: readonly Contest[], replaces: boolean): Promise<void> {
      // Of two spellings of one address the first counts: a document's own address comes first.
      const unique = new Map(
        rows
          .map(toRow)
          .toReversed()
          .map((row) => [row.key, row])
      );
      for (const rows of chunks([...unique.values()].reverse())) {
        const where = { key: { $in: rows.map(({ key }) => key) } };
        const known = new Set<string>();
        if (replaces) await query().deleteMany({ where });
        else {
          await query().updateMany({ where, data: { due: true } });
          const found: { readonly key: string }[] = await query().findMany({
            where,
            select: ['key'],
          });
          for (const { key } of found) known.add(key);
        }
        const fresh = rows.filter(({ key }) => !known.has(key));
        if (fresh.length === 0) continue;
        await query().createMany({
          data: fresh.map((row) => ({ ...row, documentId: newDocumentId(), due: true })),
        });
      }
    },

    /** Marks the addresses as due that some documents have or have asked for. */
    async markDue(names: readonly string[]): Promise<void> {
      for (const column of ['holder', 'asker']) {
        for (const some of chunks(names)) {
          const where = { [column]: { $in: some }, contentType, due: false };
          await query().updateMany({ where, data: { due: true } });
        }
      }
    },

    /** The addresses that are due, in the order of their keys. */
    async findDue(above: string, limit: number): Promise<DueAddress[]> {
      const rows: DueAddress[] = await query().findMany({
        where: { due: true, contentType, addressKey: { $gt: above } },
        select: ['addressKey', 'address', 'path'],
        orderBy: [{ addressKey: 'asc' }, { id: 'asc' }],
        limit,
      });
      // One row for each address: the first, as in `ofAddress`.
      const unique = new Map(rows.toReversed().map((row) => [row.addressKey, row]));
      return [...unique.values()].reverse();
    },

    /** The documents that have asked for an address, in the order of asking, a page at a time. */
    ofAddress(key: string, above: number, limit: number): Promise<StoredContest[]> {
      return query().findMany({
        where: { addressKey: key, contentType, id: { $gt: above } },
        orderBy: { id: 'asc' },
        limit,
      });
    },

    /**
     * The rows of documents that have addresses which others ask for, or ask for those of others.
     */
    async ofDocuments(names: readonly string[]): Promise<StoredContest[]> {
      const found: StoredContest[] = [];
      for (const some of chunks(names)) {
        const $or = [{ holder: { $in: some } }, { asker: { $in: some } }];
        found.push(...(await query().findMany({ where: { contentType, $or } })));
      }
      return found;
    },

    /** All rows in the order of their making, a page at a time. */
    rivals(above: number, limit: number): Promise<Rivals[]> {
      return query().findMany({
        where: { contentType, id: { $gt: above } },
        select: ['id', 'asker', 'holder', 'isShown'],
        orderBy: { id: 'asc' },
        limit,
      });
    },

    /** Rows that have not been reported, in the order of addresses and of asking. */
    findUnreported(
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

    async markReported(ids: readonly number[]): Promise<void> {
      if (ids.length === 0) return;
      await query().updateMany({
        where: { id: { $in: ids } },
        data: { told: true, slugAsked: null },
      });
    },

    /**
     * Saves which document has an address now. A row of that document itself is removed, once it is
     * reported.
     */
    async setHolder(address: string, holder: string | null): Promise<void> {
      const own = { addressKey: addressKey(address), contentType };
      const isOutdated = [
        { due: true },
        holder === null ? { holder: { $notNull: true } } : { holder: { $null: true } },
        ...(holder === null ? [] : [{ holder: { $ne: holder } }]),
      ];
      await query().updateMany({
        where: { ...own, $or: isOutdated },
        data: { holder, due: false },
      });
      if (holder === null) return;
      await query().deleteMany({
        where: {
          key: contestKey(address, contentType, holder),
          $or: [{ told: true }, { slugAsked: { $null: true } }],
        },
      });
    },

    /** Saves whether visitors see the documents that ask. */
    async setShown(ids: readonly number[], isShown: boolean): Promise<void> {
      if (ids.length === 0) return;
      await query().updateMany({ where: { id: { $in: ids } }, data: { isShown } });
    },

    async remove(ids: readonly number[]): Promise<void> {
      if (ids.length > 0) await query().deleteMany({ where: { id: { $in: ids } } });
    },
  };
};

export type Contests = ReturnType<typeof contests>;
