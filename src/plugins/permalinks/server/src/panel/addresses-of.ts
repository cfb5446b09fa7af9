import { errors } from '@strapi/utils';
import { lockDocuments, retryTransaction, type Transaction } from 'strapi-plugin-kit/database';
import { claimPaths } from '../claims/paths/claim-paths';
import { type DocumentRef, livingDocuments } from '../claims/living-documents';
import type { AddressState } from '../core/addresses/address';
import { canonicalAddress } from '../core/addresses/canonical-address';
import { messages } from '../messages';
import { rowPaths } from '../paths/document-paths';
import type { Permalinks } from '../permalinks';
import type { ServedType } from '../served-type';
import type { ShownAddress } from './contract';
import { type RefusedRedirect, refusalOf } from './refused-redirect';

const ORDER: readonly AddressState[] = ['current', 'reserved', 'former', 'gone'];

const rank = ({ state, kind, here }: ShownAddress) =>
  here ? -1 : ORDER.indexOf(state) * 2 + (kind === 'slug' ? 0 : 1);

async function held({ db, table }: Permalinks, type: ServedType, ref: DocumentRef) {
  const rows = await table.ofDocuments(db.connection, type.uid, [ref.documentId]);
  return rows.filter((row) => row.targetLocale === ref.locale);
}

/**
 * Where a published document is, then what it holds: the current slug, what is reserved, what
 * redirects. A path that the pattern gives is not stored and has no key of its own.
 */
export async function addressesOf(
  permalinks: Permalinks,
  type: ServedType,
  ref: DocumentRef
): Promise<ShownAddress[]> {
  const published = await rowPaths(permalinks, type, { published: [ref.documentId] });
  const row = published.find(({ locale }) => !type.localised || locale === ref.locale);
  const path = typeof row?.path === 'string' ? canonicalAddress(row.path) : null;
  const rows = await held(permalinks, type, ref);
  const isStored = rows.some(({ kind, address }) => kind === 'path' && address === path);
  const shown = rows
    .map(({ key, kind, address, state }): ShownAddress => {
      const here = kind === 'path' && address === path;
      return { key, kind, address, state, here };
    })
    .sort((a, b) => rank(a) - rank(b) || (a.address < b.address ? -1 : 1));
  return path === null || isStored
    ? shown
    : [{ key: 'here', kind: 'path', address: path, state: 'current', here: true }, ...shown];
}

/**
 * Holds a document while its redirects change, so that none is left behind when it is deleted.
 * @throws NotFoundError when it has been
 */
async function whileThere<Result>(
  { db, strapi }: Permalinks,
  type: ServedType,
  ref: DocumentRef,
  work: (trx: Transaction) => Promise<Result>
): Promise<Result> {
  return retryTransaction(db, async (trx) => {
    await lockDocuments(strapi, trx, type.uid, [ref.documentId]);
    const living = await livingDocuments(db, trx, type, [ref]);
    if (living.size === 0) throw messages.error(errors.NotFoundError, 'document.deleted');
    return work(trx);
  });
}

/** Adds a redirect; answers with what stands against it, or null. */
export async function addRedirect(
  permalinks: Permalinks,
  type: ServedType,
  ref: DocumentRef,
  path: string
): Promise<RefusedRedirect | null> {
  const refused = await refusalOf(permalinks, type, ref, path);
  if (refused !== null) return refused;
  const [lost] = await whileThere(permalinks, type, ref, (trx) =>
    claimPaths(permalinks.scope(trx, type), permalinks.pathRules, [
      { ...ref, paths: [path], origin: 'added' },
    ])
  );
  return lost?.[0] ?? null;
}

/** Removes a redirect; false when the document has none of that key. What it is seen by stays. */
export async function removeRedirect(
  permalinks: Permalinks,
  type: ServedType,
  ref: DocumentRef,
  key: string
): Promise<boolean> {
  const found = (await held(permalinks, type, ref)).find((row) => row.key === key);
  if (found?.state !== 'former') return false;
  await whileThere(permalinks, type, ref, (trx) => permalinks.table.remove(trx, [key]));
  return true;
}
