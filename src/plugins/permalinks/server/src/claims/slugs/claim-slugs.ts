import { errors } from '@strapi/utils';
import { messages } from '../../messages';
import type { Address } from '../../core/addresses/address';
import { withSuffix } from '../../core/slugs/given-slug';
import { type Attempt, type ClaimScope, keyOf, type SlugClaim } from '../claim';
import { livingDocuments, refKey, targetOf } from '../living-documents';
import { claimsOf } from '../own-claims';
import { renumber } from './renumber';
import { takeOver } from '../take-over';

/** Rounds of losing to other writers, each with the next number, before a writer gives up. */
const ROUNDS = 200;

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
    if (round === ROUNDS) throw messages.error(errors.ApplicationError, 'slug.crowded');
    const [chosen, crowded] = partByName(attempts);
    const lost = await insert(scope, chosen, slugs);
    const waiting = [...lost, ...crowded].sort((a, b) => a.index - b.index);
    attempts = await renumber(scope, waiting, next);
  }
  return slugs;
}

const nameOf = ({ claim, number }: Attempt) =>
  number === 1 ? claim.name : withSuffix(claim.stem, number);

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
    if (mayTry) seen.add(name);
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
  const own = claimsOf(scope.trx);
  const win = ({ claim, index }: Attempt, { key, address }: Address) => {
    slugs[index] = address;
    own.add(key, claim, claim.live);
  };
  if ((await scope.table.insertOrIgnore(scope.trx, rows)) === rows.length) {
    for (const [position, row] of rows.entries()) {
      const attempt = attempts[position];
      if (attempt !== undefined) win(attempt, row);
    }
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
    if (mine) win(attempt, row);
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
