import type { Core } from '@strapi/strapi';

import type { SiteDocument, SiteRow, TermDocument } from '../../core/document';
import { hashValue } from '../../core/plan/hash-value';
import { hashStatus, hashValues, STATUS } from '../../core/plan/hash-post';
import type { FittedPost } from '../../core/fit/fit-post';
import type { Revision } from '../../core/plan/plan-revision';
import type { JsonValue } from '../../core/post';
import { alignUpdatedAt } from './align-updated-at';
import { rowsToSet } from '../links/linked-rows';
import { publishDocument, unpublishDocument } from './publish-document';
import { publishedAt } from './published-at';
import type { Target } from '../target';

/** What goes into a document that exists. */
export interface DocumentRevision {
  readonly document: SiteDocument;
  readonly post: FittedPost;
  readonly revision: Revision;
  /** The slug to write, where the slug is to be written: settled, and its own. */
  readonly slug: string | null;
  /** By the relation's attribute; those that are to be written. */
  readonly terms: Readonly<Record<string, readonly TermDocument[]>>;
}

type Data = Record<string, JsonValue | { set: number[] }>;

const dataOf = (
  revision: DocumentRevision,
  target: Target,
  names: readonly string[],
  isPublished: boolean
): Data => {
  const slug = target.fields.get('slug')?.name;
  const data: Data = {};
  for (const name of names) {
    const terms = revision.terms[name];
    if (terms !== undefined) {
      data[name] = { set: rowsToSet(target, terms, isPublished) };
    } else {
      data[name] =
        name === slug && revision.slug !== null
          ? revision.slug
          : (revision.post.values[name] ?? null);
    }
  }
  return data;
};

const hashAttribute = (row: SiteRow, name: string): string =>
  hashValue(row.values[name] ?? row.terms[name] ?? null);

/** What the draft and its published copy have in common: an editor's unpublished work stays so. */
const sharedNames = (
  document: SiteDocument,
  published: SiteRow,
  names: readonly string[]
): readonly string[] =>
  names.filter((name) => hashAttribute(published, name) === hashAttribute(document.main, name));

const changeStatus = async (
  strapi: Core.Strapi,
  target: Target,
  { document, post, revision }: DocumentRevision,
  now: Date
): Promise<void> => {
  const { documentId } = document;
  if (revision.status === 'unpublish') await unpublishDocument(strapi, target, documentId);
  if (revision.status !== 'publish') return;
  await publishDocument(strapi, target, documentId, publishedAt(post.date, now));
};

/** What a revision left behind. */
export interface Revised {
  /** What was written, by attribute, relations as document ids. */
  readonly values: Readonly<Record<string, JsonValue>>;
  /** Hashes of it; STATUS included. */
  readonly written: Readonly<Record<string, string>>;
  /** When the document was last changed, as its rows say; null where an editor's draft is newer. */
  readonly updatedAt: Date | null;
}

/** Writes the attributes of a revision into a document's rows, then publishes or unpublishes it. */
export const reviseDocument = async (
  strapi: Core.Strapi,
  target: Target,
  revision: DocumentRevision,
  now: Date
): Promise<Revised> => {
  const { document } = revision;
  let updatedAt: Date | null = new Date(document.main.updatedAt);
  const { write, status } = revision.revision;
  const query = strapi.db.query(target.uid);
  const data = dataOf(revision, target, write, document.published?.id === document.main.id);
  if (write.length > 0) {
    await query.update({ where: { id: document.main.id }, data });
    if (document.published !== null && document.published.id !== document.main.id) {
      const names = sharedNames(document, document.published, write);
      if (names.length > 0) {
        await query.update({
          where: { id: document.published.id },
          data: dataOf(revision, target, names, true),
        });
      }
    }
    updatedAt = await alignUpdatedAt(strapi, target.uid, document);
  }
  if (status !== null) await changeStatus(strapi, target, revision, now);
  const values = Object.fromEntries(
    write.filter((name) => !(name in revision.terms)).map((name) => [name, data[name] as JsonValue])
  );
  const terms = Object.fromEntries(
    Object.entries(revision.terms).map(([name, list]) => [
      name,
      list.map((term) => term.documentId),
    ])
  );
  return {
    values: { ...values, ...terms },
    written: {
      ...hashValues(values),
      ...hashValues(terms),
      ...(status === null ? {} : { [STATUS]: hashStatus(status === 'publish') }),
    },
    updatedAt,
  };
};
