import type { Connection } from 'strapi-plugin-kit/database';
import { refKey } from '../claims/living-documents';
import { claimsOf } from '../claims/own-claims';
import { settleSlugs, type SlugWish } from '../claims/settle-slugs';
import { addressKey, slugScope } from '../core/address-key';
import type { Permalinks } from '../permalinks';
import type { ServedType } from '../served-type';
import type { Row } from '../core/row';
import { checkSlug, isLive, localeOf, wishOf } from './row';

/** The slug that the rows of one document and locale are to have. */
export interface SettledRows {
  readonly rows: readonly Row[];
  readonly slug: string | undefined;
  readonly wish: SlugWish;
}

/**
 * Claims slugs for rows that are about to be created. Rows of one document and locale, a draft and
 * its published copy, share theirs.
 *
 * @returns what to give to the rows once the claims are committed: until then it may be tried again.
 * One for each document that was not settled before.
 */
export async function settleRows(
  permalinks: Permalinks,
  trx: Connection,
  type: ServedType,
  rows: readonly Row[],
  onTaken: SlugWish['onTaken'] = 'suffix'
): Promise<SettledRows[]> {
  const documents = groupByDocument(permalinks, type, rows).filter(
    (group) => !isSettled(trx, type, group)
  );
  const wishes = documents.map((group) => wishOfDocument(type, group, onTaken));
  const slugs = await settleSlugs(permalinks.scope(trx, type), wishes);
  return wishes.map((wish, index) => ({
    rows: documents[index]?.rows ?? [],
    slug: slugs[index],
    wish,
  }));
}

/** Says the slugs in the rows themselves, and answers what was wished. */
export function giveSlugs(type: ServedType, settled: readonly SettledRows[]): SlugWish[] {
  for (const { rows, slug } of settled) {
    for (const row of rows) row[type.slug] = slug;
  }
  return settled.map(({ wish }) => wish);
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
function isSettled(trx: Connection, type: ServedType, group: DocumentRows): boolean {
  const slug = group.rows[0]?.[type.slug];
  if (typeof slug !== 'string' || group.rows.some((row) => row[type.slug] !== slug)) return false;
  const key = addressKey(slugScope(type.uid, group.locale || null), slug);
  return claimsOf(trx).settles(
    key,
    group,
    group.rows.some((row) => isLive(type, row))
  );
}

function wishOfDocument(
  type: ServedType,
  group: DocumentRows,
  onTaken: SlugWish['onTaken']
): SlugWish {
  const { documentId, locale, fresh, rows } = group;
  const teller = rows.find((row) => typeof row[type.slug] === 'string') ?? rows[0] ?? {};
  const wished = wishOf(type, teller, documentId);
  const given = typeof teller[type.slug] === 'string' && teller[type.slug] !== '';
  return {
    ...wished,
    documentId,
    locale,
    live: rows.some((row) => isLive(type, row)),
    onTaken,
    reserved: type.reserved.includes(wished.name),
    fresh,
    orOwn: !given,
  };
}
