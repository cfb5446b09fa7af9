import type { Core } from '@strapi/strapi';

import type { SiteDocument } from '../core/document';
import { STATUS } from '../core/plan/hash-post';
import { changes } from '../ledger/changes';
import { findEdits } from '../ledger/find-edits';
import { findOfDocument } from '../ledger/records/find-of-document';
import { type Run, runs } from '../ledger/runs';
import type { Origin, OriginRun } from '../panel/origin-contract';
import { loadDocuments } from '../site/documents/load-documents';
import type { Target } from '../site/target';
import { mappingOf, originTarget } from './origin-target';
import { mayReadHeader, type Readable } from './readable';
import { archivedValues } from './values/archived-values';

/** Marks of `findEdits` that are no attributes of an editor's. */
const NO_ATTRIBUTES = new Set<string>([STATUS, 'updatedAt']);

const tell = (run: Run | null): OriginRun | null =>
  run && { number: run.number, startedAt: run.startedAt, startedBy: run.startedBy };

const visibilityOf = (
  edits: readonly string[],
  { published }: SiteDocument
): Origin['visibility'] => {
  if (!edits.includes(STATUS)) return null;
  return published === null ? 'unpublished' : 'published';
};

/**
 * Where a document came from, as far as whoever asks may know.
 *
 * @param asked the type in the document's locale
 * @returns null for a document that no import made
 */
export const readOrigin = async (
  strapi: Core.Strapi,
  asked: Target,
  documentId: string,
  readable: Readable
): Promise<Origin | null> => {
  const record = await findOfDocument(strapi, asked, documentId);
  if (record === null) return null;
  const find = async (number: number | null): Promise<Run | null> =>
    number === null ? null : runs(strapi).find(number);
  const last = await find(record.run);
  const target = await originTarget(strapi, asked.locale, mappingOf(last?.options));
  const document = (await loadDocuments(strapi, target, [documentId])).get(documentId);
  if (document === undefined) return null;
  const chain = (await changes(strapi).ofDocuments(target, [documentId])).get(documentId) ?? [];
  const edits = findEdits(document, record, chain);
  const changed = edits.filter((name) => !NO_ATTRIBUTES.has(name) && readable.attribute(name));
  const archived = archivedValues(strapi, readable, {
    target,
    document,
    record,
    chain,
    dialect: last?.options['dialect'],
  });
  const values: Origin['changed'][number][] = [];
  for (const attribute of changed) {
    values.push({ attribute, archived: await archived(attribute) });
  }
  return {
    archive: record.archive,
    path: record.path,
    status: record.status,
    made: tell(await find(record.createdRun)),
    last: tell(last),
    header: mayReadHeader(target, readable) ? record.header : null,
    isChanged: edits.length > 0,
    changed: values,
    visibility: visibilityOf(edits, document),
  };
};
