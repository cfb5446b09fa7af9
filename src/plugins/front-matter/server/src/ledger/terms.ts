import type { Core } from '@strapi/strapi';
import { newDocumentId } from 'strapi-plugin-kit/database';

import { termKey } from './keys';
import { TERM } from './tables';

/** The terms of one kind, in one locale where they are localised. */
export interface TermsOfKind {
  readonly kind: string;
  /** The content type of the terms. */
  readonly uid: string;
  readonly locale: string | null;
}

/** Whose terms these are. */
export interface TermContext {
  readonly archive: string;
  readonly run: number;
}

/** A value of an archive, and the term of the site that it stands for. */
export interface TermOfValue {
  readonly value: string;
  readonly documentId: string;
  /** The value of the term above, as files have it: empty for none, null where they do not say. */
  readonly parent: string | null;
}

/** Which term of the site a value of an archive stands for. */
export interface LedgerTerm {
  readonly id: number;
  readonly key: string;
  readonly archive: string;
  readonly kind: string;
  readonly value: string;
  readonly parent: string | null;
  readonly targetDocumentId: string;
  readonly targetLocale: string | null;
  readonly run: number;
  /** The rollback that undid its making; null while that stands. */
  readonly undoneBy: number | null;
}

/** A term that another one of its type takes the place of. */
interface PassedOn {
  readonly uid: string;
  readonly from: string;
  readonly to: string;
}

/** The rows of `term`. */
export const ledgerTerms = (strapi: Core.Strapi) => {
  const query = () => strapi.db.query(TERM);
  return {
    /** Which terms an archive's values stand for, as far as that is known. */
    async ofValues(
      { kind, locale }: TermsOfKind,
      archive: string,
      values: readonly string[]
    ): Promise<TermOfValue[]> {
      const keys = new Map(values.map((value) => [termKey(archive, kind, value, locale), value]));
      const rows: readonly Pick<LedgerTerm, 'key' | 'targetDocumentId' | 'parent'>[] =
        await query().findMany({
          where: { key: { $in: [...keys.keys()] } },
          select: ['key', 'targetDocumentId', 'parent'],
        });
      return rows.map(({ key, targetDocumentId, parent }) => ({
        value: keys.get(key) ?? '',
        documentId: targetDocumentId,
        parent,
      }));
    },

    /** The values that imports have made some terms of, by document: an editor may have renamed them. */
    async madeOf(documentIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
      const rows: readonly Pick<LedgerTerm, 'targetDocumentId' | 'value'>[] =
        await query().findMany({
          where: { targetDocumentId: { $in: documentIds }, created: true },
          select: ['targetDocumentId', 'value'],
        });
      return new Map(
        documentIds.map((id) => [
          id,
          rows.flatMap(({ targetDocumentId, value }) => (targetDocumentId === id ? [value] : [])),
        ])
      );
    },

    /**
     * Notes which terms of the site an archive's values stand for.
     *
     * @param created whether the run has made them
     */
    async remember(
      { kind, uid, locale }: TermsOfKind,
      { archive, run }: TermContext,
      entries: readonly TermOfValue[],
      created: boolean
    ): Promise<void> {
      if (entries.length === 0) return;
      const rows = entries.map(({ value, documentId, parent }) => ({
        documentId: newDocumentId(),
        key: termKey(archive, kind, value, locale),
        archive,
        kind,
        value,
        parent,
        contentType: uid,
        targetDocumentId: documentId,
        targetLocale: locale,
        run,
        created,
      }));
      // The ledger may still name a term that an editor has deleted.
      await query().deleteMany({ where: { key: { $in: rows.map(({ key }) => key) } } });
      await query().createMany({ data: rows });
    },

    /** A page of those that a run has made, the last first: a term is made after the one it stands under. */
    page: (
      where: Readonly<Record<string, unknown>>,
      below: number,
      limit: number
    ): Promise<LedgerTerm[]> =>
      query().findMany({
        where: { ...where, created: true, id: { $lt: below } },
        orderBy: { id: 'desc' },
        limit,
      }),

    byKeys: (keys: readonly string[]): Promise<LedgerTerm[]> =>
      query().findMany({ where: { key: { $in: keys } } }),

    /** @param undoneBy null where their making is applied again */
    async setUndoneBy(ids: readonly number[], undoneBy: number | null): Promise<void> {
      if (ids.length === 0) return;
      await query().updateMany({ where: { id: { $in: ids } }, data: { undoneBy } });
    },

    /**
     * Has the values of one term stand for another from now on. No run has made that one for them: a rollback of the
     * run that made the former must not take it.
     */
    async passOn({ uid, from, to }: PassedOn): Promise<void> {
      await query().updateMany({
        where: { contentType: uid, targetDocumentId: from },
        data: { targetDocumentId: to, created: false },
      });
    },

    async remove(ids: readonly number[]): Promise<void> {
      if (ids.length > 0) await query().deleteMany({ where: { id: { $in: ids } } });
    },
  };
};

export type LedgerTerms = ReturnType<typeof ledgerTerms>;
