import type { Connection } from 'strapi-plugin-kit/database';
import { refKey } from '../claims/living-documents';
import { claimsOf } from '../claims/own-claims';
import { assignSlugs, type SlugRequest } from '../claims/slugs/assign-slugs';
import { addressKey, slugScope } from '../core/addresses/address-key';
import type { Permalinks } from '../permalinks';
import type { ServedType } from '../served-type';
import type { Row } from '../core/row';
import { checkSlug, isLive, localeOf, slugOfRow } from './row';

/** The slug that the rows of one document and locale are to have. */
export interface AssignedRows {
  readonly rows: readonly Row[];
  readonly slug: string | undefined;
  readonly request: SlugRequest;
}

/**
 * Claims slugs for rows that are about to be created. Rows of one document and locale, a draft and
 * its published copy, share theirs.
 *
 * @returns what to give to the rows once the claims are committed: until then it may be tried again.
 * One for each document that was not assigned before.
 */
export async function assignRowSlugs(
  permalinks: Permalinks,
  trx: Connection,
  type: ServedType,
  rows: readonly Row[],
  onTaken: SlugRequest['onTaken'] = 'suffix'
): Promise<AssignedRows[]> {
  const documents = groupByDocument(permalinks, type, rows).filter(
    (group) => !isAssigned(trx, type, group)
  );
  const requests = documents.map((group) => requestOfDocument(type, group, onTaken));
  const slugs = await assignSlugs(permalinks.scope(trx, type), requests);
  return requests.map((request, index) => ({
    rows: documents[index]?.rows ?? [],
    slug: slugs[index],
    request,
  }));
}

/** Says the slugs in the rows themselves, and answers what was chosen. */
export function giveSlugs(type: ServedType, assigned: readonly AssignedRows[]): SlugRequest[] {
  for (const { rows, slug } of assigned) {
    for (const row of rows) row[type.slug] = slug;
  }
  return assigned.map(({ request }) => request);
}

interface DocumentRows {
  readonly documentId: string;
  readonly locale: string;
  readonly fresh: boolean;
  readonly rows: Row[];
}

function groupByDocument(
  permalinks: Permalinks,
  type: ServedType,
  rows: readonly Row[]
): DocumentRows[] {
  const groups = new Map<string, DocumentRows>();
  for (const row of rows) {
    checkSlug(type, row);
    const fresh = typeof row['documentId'] !== 'string' || row['documentId'] === '';
    if (fresh) row['documentId'] = permalinks.newDocumentId(type);
    const documentId = String(row['documentId']);
    const locale = localeOf(type, row);
    const key = refKey({ documentId, locale });
    const group = groups.get(key) ?? { documentId, locale, fresh, rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/**
 * Whether this very transaction has claimed for a document what its rows say, as an importer does
 * for a batch before it writes it. Nothing is left to ask or to make then.
 */
function isAssigned(trx: Connection, type: ServedType, group: DocumentRows): boolean {
  const slug = group.rows[0]?.[type.slug];
  if (typeof slug !== 'string' || group.rows.some((row) => row[type.slug] !== slug)) return false;
  const key = addressKey(slugScope(type.uid, group.locale || null), slug);
  return claimsOf(trx).isAssigned(
    key,
    group,
    group.rows.some((row) => isLive(type, row))
  );
}

function requestOfDocument(
  type: ServedType,
  group: DocumentRows,
  onTaken: SlugRequest['onTaken']
): SlugRequest {
  const { documentId, locale, fresh, rows } = group;
  const sample = rows.find((row) => typeof row[type.slug] === 'string') ?? rows[0] ?? {};
  const chosen = slugOfRow(type, sample, documentId);
  const given = typeof sample[type.slug] === 'string' && sample[type.slug] !== '';
  return {
    ...chosen,
    documentId,
    locale,
    live: rows.some((row) => isLive(type, row)),
    onTaken,
    reserved: type.reserved.includes(chosen.name),
    fresh,
    orOwn: !given,
  };
}
