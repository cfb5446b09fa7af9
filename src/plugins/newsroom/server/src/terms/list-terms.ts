import type { Core } from '@strapi/strapi';
import { columnOf, within } from 'strapi-plugin-kit/database';

import type { ListedTerm, TermCounts, TermList, TermUsage } from '../panel/contract';
import { countDocuments } from './count-documents';
import type { Relation, TermType } from './term-type';

/** Rows that are listed at most. */
const MOST = 10_000;

interface Row {
  readonly id: number;
  readonly documentId: string;
  readonly name: string | null;
}

const sum = (counts: readonly TermCounts[]): TermCounts => ({
  drafts: counts.reduce((all, { drafts }) => all + drafts, 0),
  published: counts.reduce((all, { published }) => all + published, 0),
});

/** By the row that stands below, the one above. */
const parentRows = async (
  { db }: Core.Strapi,
  parent: Relation | null,
  rows: ReadonlyMap<number, Row>
): Promise<ReadonlyMap<number, number>> => {
  if (parent === null) return new Map();
  const { name, source, target } = parent.table;
  const links: readonly { readonly below: number; readonly above: number }[] = await within(
    db,
    db.connection,
    name
  )
    .select(`${source} as below`, `${target} as above`)
    .whereNotNull(target)
    .orderBy('id')
    .limit(MOST);
  return new Map(
    links.filter(({ below }) => rows.has(below)).map(({ below, above }) => [below, above])
  );
};

/**
 * Lists the terms of a type, each once, with the one above it and how many documents have it.
 *
 * @param locale of a localised type; null for all
 * @param relations the documents to count
 */
export const listTerms = async (
  strapi: Core.Strapi,
  { uid, name, parent, isLocalised }: TermType,
  locale: string | null,
  relations: readonly Relation[]
): Promise<TermList> => {
  const { db } = strapi;
  const query = within(db, db.connection, db.metadata.get(uid).tableName)
    .select('id', `${columnOf(db, uid, 'documentId')} as documentId`)
    .select(`${columnOf(db, uid, name)} as name`)
    .orderBy('id')
    .limit(MOST + 1);
  const found: readonly Row[] = await (isLocalised && locale !== null
    ? query.where('locale', locale)
    : query);
  const rows = new Map(found.slice(0, MOST).map((row) => [row.id, row]));
  const above = await parentRows(strapi, parent, rows);
  const counts = await countDocuments(strapi, relations, null);
  const terms = new Map<string, ListedTerm>();
  for (const row of rows.values()) {
    const { documentId } = row;
    const known = terms.get(documentId);
    terms.set(documentId, {
      documentId,
      name: known?.name ?? row.name ?? '',
      parent: known?.parent ?? rows.get(above.get(row.id) ?? 0)?.documentId ?? null,
      ...sum([counts(row.id), ...(known === undefined ? [] : [known])]),
    });
  }
  return { terms: [...terms.values()], isCut: found.length > MOST };
};

/** How many documents have a term, and how many terms stand right under it. */
export const usageOf = async (
  strapi: Core.Strapi,
  { uid, parent }: TermType,
  documentId: string,
  relations: readonly Relation[]
): Promise<TermUsage> => {
  const { db } = strapi;
  const rows: readonly number[] = await within(db, db.connection, db.metadata.get(uid).tableName)
    .where(columnOf(db, uid, 'documentId'), documentId)
    .pluck('id');
  const counts = await countDocuments(strapi, relations, rows);
  const below: readonly number[] =
    parent === null
      ? []
      : await within(db, db.connection, parent.table.name)
          .whereIn(parent.table.target, rows)
          .limit(MOST)
          .pluck(parent.table.source);
  return { ...sum(rows.map(counts)), children: below.length };
};
