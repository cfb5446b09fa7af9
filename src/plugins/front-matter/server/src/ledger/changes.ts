import type { Core } from '@strapi/strapi';
import { newDocumentId, sliceBySize } from 'strapi-plugin-kit/database';

import type { SiteDocument } from '../core/document';
import { isInLocale, type Localised } from '../core/locale';
import type { After, Change, Removal, StoredChange, TermRemoval, Update } from './change';
import { packDocument, unpackDocument } from './pack-document';
import { CHANGE } from './tables';

type Repack = (document: SiteDocument) => SiteDocument;

const repack = <Row extends Change>(change: Row, how: Repack): Row => {
  if (change.action === 'removed-term' || change.before.document === null) return change;
  return { ...change, before: { ...change.before, document: how(change.before.document) } };
};

const packChange = (change: Change): Change => repack(change, packDocument);
const unpackChange = (change: StoredChange): StoredChange => repack(change, unpackDocument);

/**
 * In characters; a statement of MariaDB's has 16 MiB at most, and a row has the document before the
 * change as well.
 */
const LONG = 2 * 1024 * 1024;

const isLong = <Row extends Change>(change: Row): change is Extract<Row, { action: 'updated' }> => {
  if (change.action !== 'updated') return false;
  const texts = Object.values(change.after.written ?? {});
  return texts.some((value) => typeof value === 'string' && value.length > LONG);
};

const isUpdate = (change: StoredChange): change is Update => change.action === 'updated';

/** Selects rows. */
export type ChangeFilter = Readonly<Record<string, unknown>>;

/** The rows of `change`. */
export const changes = (strapi: Core.Strapi) => {
  const query = () => strapi.db.query(CHANGE);
  const find = async (where: ChangeFilter, more: object = {}): Promise<StoredChange[]> => {
    const rows: readonly StoredChange[] = await query().findMany({ where, ...more });
    return rows.map(unpackChange);
  };
  return {
    async insert(rows: readonly Change[]): Promise<void> {
      const packed = rows.map((row) => ({ ...packChange(row), documentId: newDocumentId() }));
      // A statement with the values before and after the change may be too long for a server.
      const split = packed.filter(isLong);
      const whole = packed.map((row) => (isLong(row) ? { ...row, after: null } : row));
      for (const slice of sliceBySize(whole)) await query().createMany({ data: [...slice] });
      for (const { documentId: own, after } of split) {
        await query().updateMany({ where: { documentId: own }, data: { after } });
      }
    },

    /** Rows that a filter selects, the last first, a page at a time. */
    page: (where: ChangeFilter, below: number, limit: number): Promise<StoredChange[]> =>
      find({ ...where, id: { $lt: below } }, { orderBy: { id: 'desc' }, limit }),

    /**
     * All changes of documents, in order, by document id.
     *
     * @param target in the locale that is meant
     */
    async ofDocuments(
      target: Localised,
      ids: readonly string[]
    ): Promise<ReadonlyMap<string, readonly Update[]>> {
      const found = new Map<string, Update[]>();
      if (ids.length === 0) return found;
      const rows = await find(
        { targetDocumentId: { $in: ids }, action: 'updated' },
        { orderBy: { id: 'asc' } }
      );
      for (const row of rows.filter(isUpdate)) {
        if (!isInLocale(target, row.targetLocale)) continue;
        found.set(row.targetDocumentId, [...(found.get(row.targetDocumentId) ?? []), row]);
      }
      return found;
    },

    /** Removals of documents that have not been made again, the last first. */
    async removed(where: ChangeFilter): Promise<Removal[]> {
      const rows = await find(
        { ...where, action: 'removed', undoneBy: { $null: true } },
        { orderBy: { id: 'desc' } }
      );
      return rows.filter((row): row is Removal => row.action === 'removed');
    },

    /** Removals of terms that have not been made again, the last first. */
    async removedTerms(where: ChangeFilter): Promise<TermRemoval[]> {
      const rows = await find(
        { ...where, action: 'removed-term', undoneBy: { $null: true } },
        { orderBy: { id: 'desc' } }
      );
      return rows.filter((row): row is TermRemoval => row.action === 'removed-term');
    },

    /** Completes what a row of the previous release says of a document after the change. */
    async updateAfter(id: number, after: After): Promise<void> {
      await query().updateMany({ where: { id }, data: { after } });
    },

    /** @param undoneBy null where they are applied again */
    async setUndoneBy(ids: readonly number[], undoneBy: number | null): Promise<void> {
      if (ids.length === 0) return;
      await query().updateMany({ where: { id: { $in: ids } }, data: { undoneBy } });
    },
  };
};

export type Changes = ReturnType<typeof changes>;
