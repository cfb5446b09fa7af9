import type { Core } from '@strapi/strapi';

import { digestValue } from '../core/plan/digest';
import { digestStatus, STATUS } from '../core/plan/digest-post';
import type { JsonValue } from '../core/post';
import type { After } from '../ledger/changes';
import { alignUpdatedAt } from './align-updated-at';
import { rowsToSet } from './linked-rows';
import type { SiteDocument, SiteRow } from './load-documents';
import { loadTermDocuments } from './load-terms';
import { publishDocument, unpublishDocument } from './publish-document';
import type { Target } from './target';

/** What came of putting a document back. */
export interface Restored {
  /** Digests of what was written, by attribute. */
  readonly written: Readonly<Record<string, string>>;
  /** Attributes that somebody has changed since, and that were left alone. */
  readonly left: readonly string[];
  /** When the document counts as last changed; null where that is not this alone. */
  readonly updatedAt: Date | null;
}

const digestOf = (row: SiteRow, name: string): string =>
  digestValue(row.values[name] ?? row.terms[name] ?? null);

const statusOf = (document: SiteDocument): string => digestStatus(document.published !== null);

type Data = Record<string, JsonValue | { set: number[] }>;

const dataFrom = async (
  strapi: Core.Strapi,
  target: Target,
  before: SiteRow,
  names: readonly string[],
  isPublished: boolean
): Promise<Data> => {
  const data: Data = {};
  for (const name of names) {
    const terms = target.terms.find(({ attribute }) => attribute === name);
    if (terms === undefined) {
      data[name] = before.values[name] ?? null;
      continue;
    }
    const documents = await loadTermDocuments(strapi, terms, before.terms[name] ?? []);
    data[name] = {
      set: rowsToSet(target, [...documents.values()], isPublished),
    };
  }
  return data;
};

const restoreStatus = (
  strapi: Core.Strapi,
  target: Target,
  { documentId, published }: SiteDocument
): Promise<void> =>
  published === null
    ? unpublishDocument(strapi, target, documentId)
    : publishDocument(strapi, target, documentId, new Date(published.publishedAt ?? Date.now()));

/** A document that nobody has touched since gets its old times back too. */
const restoreUpdatedAt = async (
  strapi: Core.Strapi,
  target: Target,
  now: SiteDocument,
  before: SiteDocument
): Promise<Date> => {
  const update = (id: number, row: SiteRow) =>
    strapi.db
      .query(target.uid)
      .updateMany({ where: { id }, data: { updatedAt: new Date(row.updatedAt) } });
  await update(now.main.id, before.main);
  if (now.published !== null && before.published !== null) {
    await update(now.published.id, before.published);
  }
  return new Date(before.main.updatedAt);
};

/**
 * Puts back what a run wrote into a document, attribute by attribute: those that are still as the
 * run left them. What somebody has changed since stays.
 *
 * @param after how the run left the document
 */
export const restoreDocument = async (
  strapi: Core.Strapi,
  target: Target,
  now: SiteDocument,
  before: SiteDocument,
  { values: after, updatedAt: leftAt }: After
): Promise<Restored> => {
  const isAsLeft = (name: string): boolean =>
    (name === STATUS ? statusOf(now) : digestOf(now.main, name)) === after[name];
  const names = Object.keys(after).filter(isAsLeft);
  const attributes = names.filter((name) => name !== STATUS);
  const query = strapi.db.query(target.uid);
  if (attributes.length > 0) {
    const isPublished = now.published?.id === now.main.id;
    const data = await dataFrom(strapi, target, before.main, attributes, isPublished);
    await query.update({ where: { id: now.main.id }, data });
  }
  const { published } = now;
  if (published !== null && before.published !== null && published.id !== now.main.id) {
    const shared = attributes.filter((name) => digestOf(published, name) === after[name]);
    if (shared.length > 0) {
      const data = await dataFrom(strapi, target, before.published, shared, true);
      await query.update({ where: { id: published.id }, data });
    }
  }
  const left = Object.keys(after).filter((name) => !isAsLeft(name));
  const isUntouched = left.length === 0 && leftAt !== null && now.main.updatedAt === leftAt;
  const updatedAt = isUntouched
    ? await restoreUpdatedAt(strapi, target, now, before)
    : await alignUpdatedAt(strapi, target.uid, now);
  if (names.includes(STATUS)) await restoreStatus(strapi, target, before);
  return {
    written: Object.fromEntries(
      names.map((name) => [name, name === STATUS ? statusOf(before) : digestOf(before.main, name)])
    ),
    left,
    updatedAt: names.includes(STATUS) ? null : updatedAt,
  };
};
