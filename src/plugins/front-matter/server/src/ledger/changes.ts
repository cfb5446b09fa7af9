import type { Core } from '@strapi/strapi';

import { documentId } from '../write/document-id';
import type { SiteDocument } from '../write/load-documents';
import { sliceBySize } from '../write/slice-by-size';
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
  /** What the file's record says of its run: another one there has come later. */
  readonly run: number;
  /** The file's checksum, by which it is found where it has moved since; null where it was gone. */
  readonly checksum: string | null;
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
    }
  | { readonly action: 'removed-term'; readonly before: TermImage }
);

export type StoredChange = Change & { readonly id: number };

type Repack = (document: SiteDocument) => SiteDocument;

const repack = <Row extends Change>(change: Row, how: Repack): Row => {
  if (change.action === 'removed-term' || change.before.document === null) return change;
  return { ...change, before: { ...change.before, document: how(change.before.document) } };
};

const packChange = (change: Change): Change => repack(change, packDocument);
const unpackChange = (change: StoredChange): StoredChange => repack(change, unpackDocument);

/** The rows of `change`. */
export const changes = (strapi: Core.Strapi) => {
  const query = () => strapi.db.query(CHANGE);
  return {
    async insert(rows: readonly Change[]): Promise<void> {
      const packed = rows.map((row) => ({ ...packChange(row), documentId: documentId() }));
      for (const slice of sliceBySize(packed)) await query().createMany({ data: [...slice] });
    },

    /** A run's changes that are still to be undone, the last first, a page at a time. */
    async standing(run: number, below: number, limit: number): Promise<StoredChange[]> {
      const rows: readonly StoredChange[] = await query().findMany({
        where: { run, id: { $lt: below }, undoneBy: { $null: true } },
        orderBy: { id: 'desc' },
        limit,
      });
      return rows.map(unpackChange);
    },

    async markUndone(ids: readonly number[], undoneBy: number): Promise<void> {
      await query().updateMany({ where: { id: { $in: ids } }, data: { undoneBy } });
    },
  };
};

export type Changes = ReturnType<typeof changes>;
