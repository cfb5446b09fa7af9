import {
  columnOf,
  type Connection,
  engineOf,
  retryTransaction,
  Statements,
  within,
} from 'strapi-plugin-kit/database';
import { refKey } from '../claims/living-documents';
import { moveClaim } from '../claims/slugs/move-claim';
import {
  claimRequests,
  heldSlugs,
  assignSlugs,
  type SlugRequest,
} from '../claims/slugs/assign-slugs';
import type { Address } from '../core/addresses/address';
import { tidySlug } from '../core/slugs/given-slug';
import type { Permalinks } from '../permalinks';
import type { ServedType } from '../served-type';
import { asRow, type Row } from '../core/row';
import { checkSlug, isLive, localeOf, slugOfRow } from './row';

/**
 * Before a row is updated: what the update says of the slug, it says on purpose only when it is
 * not what the stored row has (forms send every field). Then:
 *
 * 1. another slug is the document's, or refused when it is another's;
 * 2. an emptied slug is made again from the title;
 * 3. a slug that was made follows its title, as long as the document was never published;
 * 4. anything else leaves the slug alone.
 *
 * @returns outside a transaction, what `finishUpdate` is to be told once the row is written.
 */
export async function assignOnUpdate(
  permalinks: Permalinks,
  type: ServedType,
  where: unknown,
  update: Row
): Promise<SlugRequest | null> {
  const telling = [type.slug, type.title, type.fallback, 'publishedAt'];
  if (!telling.some((name) => name !== null && update[name] !== undefined)) return null;
  const isUndoneWithRow = permalinks.db.inTransaction();
  const assigned = await retryTransaction(permalinks.db, async (trx): Promise<Assigned | null> => {
    const stored = await storedRow(permalinks, trx, type, where);
    if (stored === null) return null;
    // Slugs from before the plugin may be none that it would take.
    if (update[type.slug] !== stored[type.slug]) checkSlug(type, update);
    const asked = await requestOfUpdate(permalinks, trx, type, stored, update);
    if (asked === null) {
      return update[type.slug] === undefined ? null : { slug: stored[type.slug], toFinish: null };
    }
    const { request } = asked;
    const scope = permalinks.scope(trx, type);
    if (isUndoneWithRow) {
      const moved = asked.only ? await moveClaim(scope, asked.only, request) : null;
      const slug = moved ?? (await assignSlugs(scope, [request], asked.held))[0];
      return { slug, toFinish: null };
    }
    // The row may never be written: until it is, the document needs the slug that it has.
    const held = asked.held ?? (await heldSlugs(scope, [request]));
    const [slug = ''] = await claimRequests(scope, [request], held);
    return { slug, toFinish: { ...request, name: slug, stem: slug } };
  });
  if (assigned === null) return null;
  update[type.slug] = assigned.slug;
  return assigned.toFinish;
}

/** What an update comes to; it is not in the update until it is committed, and may be tried again. */
interface Assigned {
  readonly slug: unknown;
  readonly toFinish: SlugRequest | null;
}

/** After a row was updated outside a transaction: puts the document's older slugs in their places. */
export async function finishUpdate(
  permalinks: Permalinks,
  type: ServedType,
  request: SlugRequest
): Promise<void> {
  await retryTransaction(permalinks.db, (trx) =>
    assignSlugs(permalinks.scope(trx, type), [request])
  );
}

async function storedRow(
  { db }: Permalinks,
  trx: Connection,
  type: ServedType,
  where: unknown
): Promise<Row | null> {
  const named = [type.slug, type.title, ...(type.fallback === null ? [] : [type.fallback])];
  const select = ['documentId', 'locale', 'publishedAt', ...named];
  const id = asRow(where)?.['id'];
  const byIdAlone = typeof id === 'number' && Object.keys(asRow(where) ?? {}).length === 1;
  if (!byIdAlone) return asRow(await db.query(type.uid).findOne({ where, select }));
  // As the Document Service asks: nothing of a query builder is needed for that.
  const ofType = statements.get(type) ?? new Statements();
  statements.set(type, ofType);
  const statement = ofType.text('stored', () =>
    within(db, trx, db.metadata.get(type.uid).tableName)
      .select(select.map((name) => `${columnOf(db, type.uid, name)} as ${name}`))
      .where('id', id)
  );
  return asRow((await engineOf(db).query<Row>(trx, statement, [id]))[0]);
}

const statements = new WeakMap<ServedType, Statements>();

/** What an update asks for, and what the document holds, where that had to be read for it. */
interface RequestByUpdate {
  readonly request: SlugRequest;
  readonly held?: ReadonlyMap<string, Address[]>;
  /** The one slug that the document holds, where it is to be let go of for another. */
  readonly only?: Address | undefined;
}

async function requestOfUpdate(
  permalinks: Permalinks,
  trx: Connection,
  type: ServedType,
  stored: Row,
  update: Row
): Promise<RequestByUpdate | null> {
  const documentId = String(stored['documentId']);
  const merged = { ...stored, ...defined(update) };
  const live = isLive(type, merged);
  const request = (row: Row, onTaken: SlugRequest['onTaken']): SlugRequest => {
    const chosen = slugOfRow(type, row, documentId);
    const locale = localeOf(type, stored);
    const reserved = type.reserved.includes(chosen.name);
    return { ...chosen, documentId, locale, live, onTaken, reserved, fresh: false, orOwn: false };
  };
  const asked = update[type.slug];
  const before = typeof stored[type.slug] === 'string' ? String(stored[type.slug]) : '';
  const given = typeof asked === 'string' ? tidySlug(asked) : '';
  if (given !== '' && asked !== before && given !== before)
    return { request: request(merged, 'refuse') };
  const made = request({ ...merged, [type.slug]: null }, 'suffix');
  // A draft from before the plugin may have no slug while its published copy has one.
  if (before === '') return { request: { ...made, orOwn: true } };
  if (asked !== undefined && given === '') return { request: made };
  if (!live && merged[type.title] !== stored[type.title]) {
    const held = await heldSlugs(permalinks.scope(trx, type), [made]);
    const slugs = held.get(refKey(made)) ?? [];
    const follows = slugs.some(
      (row) => row.address === before && row.state === 'reserved' && row.origin === 'made'
    );
    const wasPublished = slugs.some((row) => row.state !== 'reserved');
    const only = slugs.length === 1 ? slugs[0] : undefined;
    if (follows && !wasPublished) return { request: made, held, only };
  }
  const publishes = live && !isLive(type, stored);
  return publishes ? { request: request({ ...merged, [type.slug]: before }, 'refuse') } : null;
}

const defined = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
