import type { Core } from '@strapi/strapi';

import type { SiteDocument } from '../write/load-documents';
import { documentId } from '../write/document-id';
import type { StoredRecord } from './records';
import { CHANGE } from './tables';

/** What a run did to a document that existed, with what is needed to undo it. */
export interface Change {
  readonly run: number;
  readonly action: 'updated' | 'unpublished' | 'deleted' | 'restored';
  readonly recordKey: string;
  readonly contentType: string;
  readonly targetDocumentId: string;
  readonly targetLocale: string | null;
  readonly before: { readonly document: SiteDocument | null; readonly record: StoredRecord | null };
  /** Digests of the attributes as the run left them. */
  readonly after: Readonly<Record<string, string>>;
}

export interface StoredChange extends Change {
  readonly id: number;
}

/** The rows of `change`. */
export const changes = (strapi: Core.Strapi) => ({
  async insert(rows: readonly Change[]): Promise<void> {
    if (rows.length === 0) return;
    await strapi.db
      .query(CHANGE)
      .createMany({ data: rows.map((row) => ({ ...row, documentId: documentId() })) });
  },

  /** A run's changes, the last first, a page at a time. */
  page: (run: number, below: number, limit: number): Promise<StoredChange[]> =>
    strapi.db.query(CHANGE).findMany({
      where: { run, id: { $lt: below } },
      orderBy: { id: 'desc' },
      limit,
    }),
});

export type Changes = ReturnType<typeof changes>;
