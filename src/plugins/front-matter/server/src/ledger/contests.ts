import type { Core } from '@strapi/strapi';
import { chunks } from 'strapi-plugin-kit/database';

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
  /** The slug that it has asked for in vain with its own address, until that is told of. */
  readonly slugAsked: string | null;
  /** Whether the report has told of it. */
  readonly told: boolean;
}

export interface StoredContest extends Contest {
  readonly id: number;
  readonly addressKey: string;
  /** The document's name. */
  readonly asker: string;
  /** Whether visitors saw it when the address was last settled; null before that. */
  readonly isShown: boolean | null;
}

/** Two documents of which one has what the other asks for. */
export type Rivals = Pick<StoredContest, 'id' | 'asker' | 'holder' | 'isShown'>;

/** An address that is to be looked at. */
export type DueAddress = Pick<StoredContest, 'addressKey' | 'address' | 'path'>;

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
    /**
     * Notes documents that have asked for addresses; those are due to be looked at.
     *
     * @param isNews whether it is more than what may be noted already
     */
    async note(noted: readonly Contest[], isNews: boolean): Promise<void> {
      // An address may be asked for in two spellings; the first says the most.
      const unique = new Map(
        noted
          .map(toRow)
          .toReversed()
          .map((row) => [row.key, row])
      );
      for (const rows of chunks([...unique.values()].reverse())) {
        const where = { key: { $in: rows.map(({ key }) => key) } };
        const known = new Set<string>();
        if (isNews) await query().deleteMany({ where });
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
          data: fresh.map((row) => ({ ...row, documentId: documentId(), due: true })),
        });
      }
    },

    /** Has addresses looked at that some documents have, or have asked for. */
    async touch(names: readonly string[]): Promise<void> {
      for (const column of ['holder', 'asker']) {
        for (const some of chunks(names)) {
          const where = { [column]: { $in: some }, contentType, due: false };
          await query().updateMany({ where, data: { due: true } });
        }
      }
    },

    /** Addresses to be looked at, in the order of their keys. */
    async due(above: string, limit: number): Promise<DueAddress[]> {
      const rows: DueAddress[] = await query().findMany({
        where: { due: true, contentType, addressKey: { $gt: above } },
        select: ['addressKey', 'address', 'path'],
        orderBy: [{ addressKey: 'asc' }, { id: 'asc' }],
        limit,
      });
      // Of an address the first row speaks, as for `ofAddress`.
      const unique = new Map(rows.toReversed().map((row) => [row.addressKey, row]));
      return [...unique.values()].reverse();
    },

    /** Who has asked for an address, in the order of asking, a page at a time. */
    ofAddress(key: string, above: number, limit: number): Promise<StoredContest[]> {
      return query().findMany({
        where: { addressKey: key, contentType, id: { $gt: above } },
        orderBy: { id: 'asc' },
        limit,
      });
    },

    /** The rows of documents that have addresses which others ask for, or ask for others'. */
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
        data: { told: true, slugAsked: null },
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
          $or: [{ told: true }, { slugAsked: { $null: true } }],
        },
      });
    },

    /** Notes whether visitors see those who ask. */
    async show(ids: readonly number[], isShown: boolean): Promise<void> {
      if (ids.length === 0) return;
      await query().updateMany({ where: { id: { $in: ids } }, data: { isShown } });
    },

    async remove(ids: readonly number[]): Promise<void> {
      if (ids.length > 0) await query().deleteMany({ where: { id: { $in: ids } } });
    },
  };
};

export type Contests = ReturnType<typeof contests>;
