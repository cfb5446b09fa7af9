import type { Core, UID } from '@strapi/strapi';

import { digestValue } from '../core/plan/digest';
import { digestStatus, digestValues, STATUS } from '../core/plan/digest-post';
import type { FittedPost } from '../core/plan/fit-post';
import type { Revision } from '../core/plan/plan-revision';
import type { JsonValue } from '../core/post';
import type { TermDocument } from './find-terms';
import type { SiteDocument, SiteRow } from './load-documents';
import type { Target } from './target';

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
      data[name] = { set: terms.map((term) => (isPublished ? term.publishedRow : term.draftRow)) };
    } else {
      data[name] =
        name === slug && revision.slug !== null
          ? revision.slug
          : (revision.post.values[name] ?? null);
    }
  }
  return data;
};

const digestAttribute = (row: SiteRow, name: string): string =>
  digestValue(row.values[name] ?? row.terms[name] ?? null);

/** What the draft and its published copy have in common: an editor's unpublished work stays so. */
const sharedNames = (
  document: SiteDocument,
  published: SiteRow,
  names: readonly string[]
): readonly string[] =>
  names.filter((name) => digestAttribute(published, name) === digestAttribute(document.main, name));

/** Keeps the panel from showing a document as modified that only an import has touched. */
const alignUpdatedAt = async (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  document: SiteDocument
): Promise<void> => {
  const { main, published } = document;
  if (published === null || Date.parse(main.updatedAt) > Date.parse(published.updatedAt)) return;
  await strapi.db.query(uid).updateMany({
    where: { id: { $in: [main.id, published.id] } },
    data: { updatedAt: new Date() },
  });
};

/** Publishes or unpublishes as an editor would, with everything that follows from it. */
const changeStatus = async (
  strapi: Core.Strapi,
  target: Target,
  revision: DocumentRevision,
  now: Date
): Promise<void> => {
  const { documentId } = revision.document;
  const where = { documentId, ...(target.locale === null ? {} : { locale: target.locale }) };
  if (revision.revision.status === 'unpublish')
    await strapi.documents(target.uid).unpublish?.(where);
  if (revision.revision.status !== 'publish') return;
  await strapi.documents(target.uid).publish?.(where);
  const { date } = revision.post;
  const publishedAt = date === null || Date.parse(date) > now.getTime() ? now : new Date(date);
  await strapi.db.query(target.uid).updateMany({
    where: { ...where, publishedAt: { $notNull: true } },
    data: { publishedAt },
  });
};

/**
 * Writes the attributes of a revision into a document's rows, then publishes or unpublishes it.
 *
 * @returns digests of what was written, by attribute
 */
export const reviseDocument = async (
  strapi: Core.Strapi,
  target: Target,
  revision: DocumentRevision,
  now: Date
): Promise<Readonly<Record<string, string>>> => {
  const { document } = revision;
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
    await alignUpdatedAt(strapi, target.uid, document);
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
    ...digestValues(values),
    ...digestValues(terms),
    ...(status === null ? {} : { [STATUS]: digestStatus(status === 'publish') }),
  };
};
