import type { Core } from '@strapi/strapi';

import { TERM } from './tables';

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

/** The rows of `term` that a rollback asks for: those whose terms a run has made. */
export const ledgerTerms = (strapi: Core.Strapi) => {
  const query = () => strapi.db.query(TERM);
  return {
    /** A page of them, the last made first: a term is made after the one it stands under. */
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

    /** @param undoneBy null to let their making stand again */
    async mark(ids: readonly number[], undoneBy: number | null): Promise<void> {
      if (ids.length === 0) return;
      await query().updateMany({ where: { id: { $in: ids } }, data: { undoneBy } });
    },

    async remove(ids: readonly number[]): Promise<void> {
      if (ids.length > 0) await query().deleteMany({ where: { id: { $in: ids } } });
    },
  };
};

export type LedgerTerms = ReturnType<typeof ledgerTerms>;
