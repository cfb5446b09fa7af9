import type { Core } from '@strapi/strapi';
import { sliceBySize } from 'strapi-plugin-kit/database';

import type { ImportedValues } from '../core/plan/merge-values';
import type { JsonValue } from '../core/post';
import { documentId } from '../write/document-id';
import { isInLocale } from '../write/in-locale';
import type { SiteDocument } from '../write/load-documents';
import type { Target } from '../write/target';
import type { StoredRecord } from './records';
import { packDocument, unpackDocument } from './pack-document';
import { CHANGE } from './tables';

/** A term that a rollback has removed, with what is needed to make it again. */
export interface TermImage {
  readonly kind: string;
  readonly archive: string;
  /** The exact value that the ledger took for the term. */
  readonly value: string;
  /** The value of the term above, as files had it; null where they did not say. */
  readonly under: string | null;
  /** Document id of the term above as it was; null for none. */
  readonly parent: string | null;
}

/** How a run left a document. */
export interface After {
  /** Digests of the attributes that it wrote. */
  readonly values: Readonly<Record<string, string>>;
  /** ISO 8601; null where somebody else's work is in the time too. */
  readonly updatedAt: string | null;
  /** The file's checksum, by which it is found where it has moved since; null where it was gone. */
  readonly checksum: string | null;
  /** The values themselves, relations as document ids; left out by the release before. */
  readonly written?: Readonly<Record<string, JsonValue>>;
  /** What the record says of those attributes that it says something new of; likewise. */
  readonly imported?: ImportedValues;
  /** The addresses that the file asked for; likewise. */
  readonly paths?: readonly string[];
}

/** What a run did to a document that existed, with what is needed to undo it. */
export type Change = {
  readonly run: number;
  readonly recordKey: string | null;
  readonly contentType: string;
  readonly targetDocumentId: string;
  readonly targetLocale: string | null;
} & (
  | {
      readonly action: 'updated';
      readonly before: { readonly document: SiteDocument; readonly record: StoredRecord };
      readonly after: After;
    }
  | {
      readonly action: 'removed';
      /** Without a document where an editor had deleted it already: its file is known no more. */
      readonly before: { readonly document: SiteDocument | null; readonly record: StoredRecord };
      /** The run that had made what was removed; null in rows of the release before. */
      readonly madeBy: number | null;
    }
  | {
      readonly action: 'removed-term';
      readonly before: TermImage;
      readonly madeBy: number | null;
    }
);

/** `undoneBy`: the rollback that undid it; of what was removed, the run that has made it again. */
export type StoredChange = Change & { readonly id: number; readonly undoneBy: number | null };

export type Of<Action extends Change['action']> = Extract<
  StoredChange,
  { readonly action: Action }
>;
export type Update = Of<'updated'>;
export type Removal = Of<'removed'>;
export type TermRemoval = Of<'removed-term'>;

type Repack = (document: SiteDocument) => SiteDocument;

const repack = <Row extends Change>(change: Row, how: Repack): Row => {
  if (change.action === 'removed-term' || change.before.document === null) return change;
  return { ...change, before: { ...change.before, document: how(change.before.document) } };
};

const packChange = (change: Change): Change => repack(change, packDocument);
const unpackChange = (change: StoredChange): StoredChange => repack(change, unpackDocument);

/** In characters; MariaDB's statements have 16 MiB, and a row has what stood there before as well. */
const LONG = 2 * 1024 * 1024;

const isLong = <Row extends Change>(change: Row): change is Extract<Row, { action: 'updated' }> => {
  if (change.action !== 'updated') return false;
  const texts = Object.values(change.after.written ?? {});
  return texts.some((value) => typeof value === 'string' && value.length > LONG);
};

const isUpdate = (change: StoredChange): change is Update => change.action === 'updated';

/** Which rows a walk is to find. */
export type Where = Readonly<Record<string, unknown>>;

/** The rows of `change`. */
export const changes = (strapi: Core.Strapi) => {
  const query = () => strapi.db.query(CHANGE);
  const find = async (where: Where, more: object = {}): Promise<StoredChange[]> => {
    const rows: readonly StoredChange[] = await query().findMany({ where, ...more });
    return rows.map(unpackChange);
  };
  return {
    async insert(rows: readonly Change[]): Promise<void> {
      const packed = rows.map((row) => ({ ...packChange(row), documentId: documentId() }));
      // A statement that has both, what stood there and what was written, may be too long for a server.
      const split = packed.filter(isLong);
      const whole = packed.map((row) => (isLong(row) ? { ...row, after: null } : row));
      for (const slice of sliceBySize(whole)) await query().createMany({ data: [...slice] });
      for (const { documentId: own, after } of split) {
        await query().updateMany({ where: { documentId: own }, data: { after } });
      }
    },

    /** Some rows, the last first, a page at a time. */
    page: (where: Where, below: number, limit: number): Promise<StoredChange[]> =>
      find({ ...where, id: { $lt: below } }, { orderBy: { id: 'desc' }, limit }),

    /**
     * All that runs did to documents while they existed, in order, by document id.
     *
     * @param target in the locale that is meant
     */
    async ofDocuments(
      target: Target,
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

    /** Documents that were removed and have not been made again, the last first. */
    async removed(where: Where): Promise<Removal[]> {
      const rows = await find(
        { ...where, action: 'removed', undoneBy: { $null: true } },
        { orderBy: { id: 'desc' } }
      );
      return rows.filter((row): row is Removal => row.action === 'removed');
    },

    /** The same of terms. */
    async removedTerms(where: Where): Promise<TermRemoval[]> {
      const rows = await find(
        { ...where, action: 'removed-term', undoneBy: { $null: true } },
        { orderBy: { id: 'desc' } }
      );
      return rows.filter((row): row is TermRemoval => row.action === 'removed-term');
    },

    /** Keeps how a run left a document, where the release before did not say all of it. */
    async complete(id: number, after: After): Promise<void> {
      await query().updateMany({ where: { id }, data: { after } });
    },

    /** @param undoneBy null to let them stand again */
    async mark(ids: readonly number[], undoneBy: number | null): Promise<void> {
      if (ids.length === 0) return;
      await query().updateMany({ where: { id: { $in: ids } }, data: { undoneBy } });
    },
  };
};

export type Changes = ReturnType<typeof changes>;
