import type { Core } from '@strapi/strapi';
import { newDocumentId, sliceBySize } from 'strapi-plugin-kit/database';

import type { SiteDocument } from '../core/document';
import { isInLocale, type Localised } from '../core/locale';
import type { ImportedValues } from '../core/plan/merge-values';
import type { JsonValue } from '../core/post';
import type { TimeSetter } from '../core/time-setter';
import type { StoredRecord } from './records/record';
import { packDocument, unpackDocument } from './pack-document';
import { CHANGE } from './tables';

/** A term that a rollback has removed, with what is needed to make it again. */
interface RemovedTerm {
  readonly kind: string;
  readonly archive: string;
  /** The exact value in the files. */
  readonly value: string;
  /** The value of the term above it in the files; null where they do not say. */
  readonly under: string | null;
  /** Document id of the term above it; null for none. */
  readonly parent: string | null;
}

/** How a run left a document. */
export interface After {
  /** Hashes of the attributes that it wrote. */
  readonly values: Readonly<Record<string, string>>;
  /** ISO 8601; null where an editor's draft stays the newer one. */
  readonly updatedAt: string | null;
  /**
   * The file's checksum, by which the file is found where it has moved since; null where it was
   * missing.
   */
  readonly checksum: string | null;
  /** The values themselves, relations as document ids; absent in rows of the previous release. */
  readonly written?: Readonly<Record<string, JsonValue>>;
  /** The imported values that are new in the record; likewise. */
  readonly imported?: ImportedValues;
  /** The addresses that the file asked for; likewise. */
  readonly paths?: readonly string[];
  /** The time at which the run has had the post published, where that is another than before; null for none. */
  readonly scheduledAt?: string | null;
  /** The attributes in conflict after it, where there were any before it or after it. */
  readonly conflicts?: readonly string[];
}

/** When a document was to be published, and who had set that; null for an import. */
export interface KeptTime {
  /** ISO 8601. */
  readonly at: string;
  readonly by: TimeSetter | null;
}

/** What a run did to a document that existed, with what is needed to undo it. */
type Change = {
  readonly run: number;
  readonly recordKey: string | null;
  readonly contentType: string;
  readonly targetDocumentId: string;
  readonly targetLocale: string | null;
} & (
  | {
      readonly action: 'updated';
      readonly before: {
        readonly document: SiteDocument;
        readonly record: StoredRecord;
        /** The time at which the document was to be published, where the run has changed that; null for none. */
        readonly time?: KeptTime | null;
      };
      readonly after: After;
    }
  | {
      readonly action: 'removed';
      /** The document is null where an editor had deleted it: the record alone was removed. */
      readonly before: { readonly document: SiteDocument | null; readonly record: StoredRecord };
      /** The run that had made the document; null in rows of the previous release. */
      readonly madeBy: number | null;
    }
  | {
      readonly action: 'removed-term';
      readonly before: RemovedTerm;
      readonly madeBy: number | null;
    }
);

/**
 * `undoneBy`: the rollback that undid the change; of a removal, the run that has made the document
 * or term again.
 */
type StoredChange = Change & { readonly id: number; readonly undoneBy: number | null };

type ChangeOf<Action extends Change['action']> = Extract<StoredChange, { readonly action: Action }>;
export type Update = ChangeOf<'updated'>;
export type Removal = ChangeOf<'removed'>;
export type TermRemoval = ChangeOf<'removed-term'>;

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
