import type { Address } from '../../core/addresses/address';
import { addressKey, PATH_SCOPE } from '../../core/addresses/address-key';
import { canonicalAddress } from '../../core/addresses/canonical-address';
import type { RefusedPath } from '../../contract';
import type { ClaimScope } from '../claim';
import { type DocumentRef, livingDocuments, refKey, targetOf } from '../living-documents';
import { claimsOf } from '../own-claims';
import { takeOver } from '../take-over';

/** Addresses that are to lead to a document. */
export interface PathClaim extends DocumentRef {
  readonly paths: readonly string[];
  /** Left out for addresses that an archive gives. */
  readonly origin?: 'given' | 'added';
}

/** What decides whose an address may be. */
export interface PathRules {
  /** A type whose documents can be looked up; nothing for one that is unknown. */
  typeByName(uid: string): ClaimScope['type'] | undefined;
  /** Whether the server answers at an address, in canonical form, itself. */
  isReserved(address: string): boolean;
}

interface Wanted {
  readonly path: string;
  readonly claim: number;
  readonly row: Address;
}

interface Lost extends Wanted {
  readonly holder: Address | null;
}

/**
 * Keeps addresses of documents that are not slugs: the first that asks for one has it, unless the
 * document that had it is no more. What the server answers at itself is nobody's.
 *
 * @returns what could not be kept, for each claim, in order.
 */
export async function claimPaths(
  scope: ClaimScope,
  rules: PathRules,
  claims: readonly PathClaim[]
): Promise<RefusedPath[][]> {
  const refused: RefusedPath[][] = claims.map(() => []);
  const wanted = new Map<string, Wanted>();
  for (const [index, claim] of claims.entries()) {
    for (const path of claim.paths) {
      const row = toAddress(scope, claim, path);
      if (row === null) {
        refused[index]?.push({ path, reason: 'invalid', documentId: null });
        continue;
      }
      if (rules.isReserved(row.address)) {
        refused[index]?.push({ path, reason: 'reserved', documentId: null });
        continue;
      }
      const first = wanted.get(row.key);
      if (first === undefined) wanted.set(row.key, { path, claim: index, row });
      else if (!sameTarget(first.row, row)) {
        refused[index]?.push({ path, reason: 'taken', documentId: first.row.targetDocumentId });
      }
    }
  }
  for (const { path, claim, holder } of await insert(scope, rules, [...wanted.values()])) {
    const documentId = holder?.targetDocumentId ?? null;
    refused[claim]?.push({ path, reason: 'taken', documentId });
  }
  return refused;
}

/** The row of a path that leads to a document; null for what is no path. */
export function toAddress(
  scope: ClaimScope,
  claim: Omit<PathClaim, 'paths'>,
  path: string
): Address | null {
  const address = canonicalAddress(path);
  if (address === null || path.trim() === '') return null;
  return {
    key: addressKey(PATH_SCOPE, address),
    kind: 'path',
    address,
    targetType: scope.type.uid,
    targetDocumentId: claim.documentId,
    targetLocale: claim.locale,
    state: 'former',
    origin: claim.origin ?? 'given',
  };
}

const sameTarget = (a: Address, b: Address) =>
  a.targetDocumentId === b.targetDocumentId &&
  a.targetLocale === b.targetLocale &&
  a.targetType === b.targetType;

/** Inserts what is free; answers with what is not. */
async function insert(
  scope: ClaimScope,
  rules: PathRules,
  wanted: readonly Wanted[]
): Promise<Lost[]> {
  const { table, trx } = scope;
  const rows = wanted.map((want) => want.row);
  const own = claimsOf(trx);
  if ((await table.insertOrIgnore(trx, rows)) === rows.length) {
    rows.forEach((row) => own.add(row.key, targetOf(row), false));
    return [];
  }
  const holders = await table.find(
    trx,
    rows.map((row) => row.key)
  );
  const lost: Lost[] = [];
  const foreign: { readonly want: Wanted; readonly holder: Address }[] = [];
  for (const want of wanted) {
    const holder = holders.get(want.row.key);
    // Taken by a writer whose row this transaction's snapshot does not show.
    if (holder === undefined) lost.push({ ...want, holder: null });
    else if (sameTarget(holder, want.row)) own.add(want.row.key, targetOf(want.row), false);
    else foreign.push({ want, holder });
  }
  const living = await livingTargets(
    scope,
    rules,
    foreign.map(({ holder }) => holder)
  );
  for (const { want, holder } of foreign) {
    const abandoned = !living.has(holder.key) && !own.has(holder.key);
    const type = rules.typeByName(holder.targetType) ?? scope.type;
    const taken = abandoned && (await takeOver({ ...scope, type }, holder, want.row));
    if (taken) own.add(want.row.key, targetOf(want.row), false);
    else lost.push({ ...want, holder });
  }
  return lost;
}

/** The keys of those addresses whose documents are there, whatever their types. */
async function livingTargets(
  { db, trx }: ClaimScope,
  rules: PathRules,
  holders: readonly Address[]
): Promise<Set<string>> {
  const living = new Set<string>();
  for (const uid of new Set(holders.map((holder) => holder.targetType))) {
    const type = rules.typeByName(uid);
    if (type === undefined) continue;
    const refs = new Map(
      holders.filter((holder) => holder.targetType === uid).map((row) => [row.key, targetOf(row)])
    );
    const found = await livingDocuments(db, trx, type, [...refs.values()]);
    for (const [key, ref] of refs) if (found.has(refKey(ref))) living.add(key);
  }
  return living;
}
