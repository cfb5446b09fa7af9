import type { Address } from '../../core/addresses/address';
import { isFormOf } from '../../core/slugs/given-slug';
import { type ClaimScope, keyOf, type SlugClaim } from '../claim';
import { claimsOf } from '../own-claims';

/**
 * Changes the one claim of a document that was never published into another, in one statement
 * instead of an insert and a deletion: what a draft costs whose slug follows its title.
 *
 * @returns the slug, or null where that cannot be done and the slug has to be claimed.
 */
export async function moveClaim(
  scope: ClaimScope,
  from: Address,
  claim: SlugClaim
): Promise<string | null> {
  const { name, origin } = claim;
  if (claim.reserved || claim.live || isFormOf(from.address, name)) return null;
  const to = { ...from, key: keyOf(scope, claim, name), address: name, origin };
  if (!(await scope.table.move(scope.trx, from, to))) return null;
  claimsOf(scope.trx).add(to.key, claim, false);
  return name;
}
