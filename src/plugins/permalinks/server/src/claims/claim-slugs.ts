import { errors } from '@strapi/utils';
import type { Address, AddressOrigin } from '../core/address';
import { addressKey, slugScope } from '../core/address-key';
import { withSuffix } from '../core/given-slug';
import type { AddressTable } from './address-table';
import type { Connection, Database } from './database';
import { freeNumber } from './free-number';
import { type DocumentRef, livingDocuments, refKey, targetOf } from './living-documents';
import { claimsOf } from './own-claims';
import { SlugTakenError } from './slug-errors';
import { takeOver } from './take-over';

/** A slug that a document would have. */
export interface SlugClaim extends DocumentRef {
  readonly name: string;
  /** What a suffix is put to when the name is taken; the name itself, but for `name-2` of a title. */
  readonly stem: string;
  readonly origin: AddressOrigin;
  /** Whether it is published; else the slug is only reserved. */
  readonly live: boolean;
  /** What to do when another document has it: take a suffix, or refuse with a free one named. */
  readonly onTaken: 'suffix' | 'refuse';
  /** True for names that only an archive may give. */
  readonly reserved: boolean;
}

export interface ClaimScope {
  readonly db: Database;
  readonly table: AddressTable;
  readonly trx: Connection;
  readonly type: {
    readonly uid: string;
    readonly localised: boolean;
    /** The attribute that holds the slug. */
    readonly slug: string;
  };
}

/** Rounds of losing to other writers, each with the next number, before a writer gives up. */
const ROUNDS = 200;

interface Attempt {
  readonly claim: SlugClaim;
  readonly index: number;
  /** 1 is the name itself, 2 is `name-2`. */
  readonly number: number;
}

/**
 * Claims slugs for documents that do not have them yet, a batch at once: one insert that ignores
 * conflicts, and no more when all were free. Of those that ask for one slug the first has it.
 *
 * @returns the slug of each claim, in order.
 * @throws ValidationError naming a free slug, when a claim refuses to be suffixed.
 */
export async function claimSlugs(
  scope: ClaimScope,
  claims: readonly SlugClaim[]
): Promise<string[]> {
  const slugs: string[] = [];
  const next = new Map<string, number>();
  let attempts: Attempt[] = claims.map((claim, index) => ({ claim, index, number: 1 }));
  for (let round = 0; attempts.length > 0; round += 1) {
    if (round === ROUNDS) throw new errors.ApplicationError('Too many writers of one slug');
    const [chosen, crowded] = partByName(attempts);
    const lost = await insert(scope, chosen, slugs);
    const waiting = [...lost, ...crowded].sort((a, b) => a.index - b.index);
    attempts = await renumber(scope, waiting, next);
  }
  return slugs;
}

const nameOf = ({ claim, number }: Attempt) =>
  number === 1 ? claim.name : withSuffix(claim.stem, number);

const keyOf = (scope: ClaimScope, claim: SlugClaim, slug: string) =>
  addressKey(slugScope(scope.type.uid, claim.locale || null), slug);

function toAddress(scope: ClaimScope, attempt: Attempt): Address {
  const { claim } = attempt;
  const slug = nameOf(attempt);
  return {
    key: keyOf(scope, claim, slug),
    kind: 'slug',
    address: slug,
    targetType: scope.type.uid,
    targetDocumentId: claim.documentId,
    targetLocale: claim.locale,
    state: claim.live ? 'current' : 'reserved',
    origin: claim.origin,
  };
}

/** Parts attempts into the first of each slug that may be tried, and the rest. */
function partByName(attempts: readonly Attempt[]): [Attempt[], Attempt[]] {
  const seen = new Set<string>();
  const chosen: Attempt[] = [];
  const crowded: Attempt[] = [];
  for (const attempt of attempts) {
    const name = `${attempt.claim.locale}\0${nameOf(attempt)}`;
    const mayTry = !(attempt.number === 1 && attempt.claim.reserved) && !seen.has(name);
    (mayTry ? chosen : crowded).push(attempt);
    seen.add(name);
  }
  return [chosen, crowded];
}

/** Inserts what is free, and answers with the attempts that another document was before. */
async function insert(
  scope: ClaimScope,
  attempts: readonly Attempt[],
  slugs: string[]
): Promise<Attempt[]> {
  const rows = attempts.map((attempt) => toAddress(scope, attempt));
  const win = (attempt: Attempt) => {
    slugs[attempt.index] = nameOf(attempt);
    claimsOf(scope.trx).add(keyOf(scope, attempt.claim, nameOf(attempt)));
  };
  if ((await scope.table.insertFree(scope.trx, rows)) === rows.length) {
    attempts.forEach(win);
    return [];
  }
  const holders = await scope.table.find(
    scope.trx,
    rows.map((row) => row.key)
  );
  const abandoned = await abandonedOf(scope, attempts, rows, holders);
  const lost: Attempt[] = [];
  for (const [position, attempt] of attempts.entries()) {
    const row = rows[position];
    const holder = row && holders.get(row.key);
    const mine =
      row !== undefined &&
      holder !== undefined &&
      (owns(attempt.claim, holder) ||
        (abandoned.has(holder.key) && (await takeOver(scope, holder, row))));
    if (mine) win(attempt);
    else lost.push(attempt);
  }
  return lost;
}

const owns = (claim: SlugClaim, holder: Address) =>
  holder.targetDocumentId === claim.documentId && holder.targetLocale === claim.locale;

/**
 * The keys of claims whose documents are not there: one that never came to be since its write
 * failed, or one that has been deleted. Only a slug that is asked for by its own name is worth it.
 */
async function abandonedOf(
  scope: ClaimScope,
  attempts: readonly Attempt[],
  rows: readonly Address[],
  holders: ReadonlyMap<string, Address>
): Promise<Set<string>> {
  const others = attempts.flatMap((attempt, position) => {
    const holder = holders.get(rows[position]?.key ?? '');
    const own = claimsOf(scope.trx).has(holder?.key ?? '');
    return holder && attempt.number === 1 && !own && !owns(attempt.claim, holder) ? [holder] : [];
  });
  if (others.length === 0) return new Set();
  const living = await livingDocuments(scope.db, scope.trx, scope.type, others.map(targetOf));
  return new Set(
    others.filter((holder) => !living.has(refKey(targetOf(holder)))).map((holder) => holder.key)
  );
}

/** Gives each attempt that lost a number that looks free, or refuses. */
async function renumber(
  scope: ClaimScope,
  lost: readonly Attempt[],
  next: Map<string, number>
): Promise<Attempt[]> {
  const renumbered: Attempt[] = [];
  const groupOf = (claim: SlugClaim) => `${claim.locale}\0${claim.stem}`;
  // A number that looked free and was not: look again, behind it.
  for (const { claim, number } of lost) if (number > 1) next.delete(groupOf(claim));
  for (const { claim, index, number } of lost) {
    // Numbers given out in this batch follow each other; only the first is looked for.
    const free = next.get(groupOf(claim)) ?? (await freeNumber(number + 1, taken(scope, claim)));
    next.set(groupOf(claim), free + 1);
    if (claim.onTaken === 'refuse')
      throw new SlugTakenError(scope.type.slug, claim.name, withSuffix(claim.stem, free));
    renumbered.push({ claim, index, number: free });
  }
  return renumbered;
}

const taken = (scope: ClaimScope, claim: SlugClaim) => async (numbers: readonly number[]) => {
  const keys = new Map(
    numbers.map((number) => [keyOf(scope, claim, withSuffix(claim.stem, number)), number])
  );
  const held = await scope.table.taken(scope.trx, [...keys.keys()]);
  return new Set([...held].map((key) => keys.get(key) ?? 0));
};
