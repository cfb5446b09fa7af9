import { withSuffix } from '../../core/slugs/given-slug';
import { type Attempt, type ClaimScope, keyOf, type SlugClaim } from '../claim';
import { freeNumber } from './free-number';
import { SlugTakenError } from './slug-errors';

/** How many numbers of each name are looked at in one statement for the whole batch. */
const WINDOW = 8;

const groupOf = (claim: SlugClaim) => `${claim.locale}\0${claim.stem}`;

/**
 * Gives each attempt that lost a number that looks free. Few names are taken eight times over:
 * one statement answers for nearly all of a batch.
 *
 * @param next the next number of each name, as far as this batch has given them out.
 * @throws SlugTakenError for a claim that refuses to be numbered.
 */
export async function renumber(
  scope: ClaimScope,
  lost: readonly Attempt[],
  next: Map<string, number>
): Promise<Attempt[]> {
  const refused = lost.find(({ claim }) => claim.onTaken === 'refuse');
  if (refused !== undefined) throw await refusal(scope, refused);
  // A number that looked free and was not: look again, behind it.
  for (const { claim, number } of lost) if (number > 1) next.delete(groupOf(claim));
  const unknown = new Map<string, Attempt>();
  for (const attempt of lost) {
    const group = groupOf(attempt.claim);
    if (!next.has(group) && !unknown.has(group)) unknown.set(group, attempt);
  }
  for (const [group, number] of await freeNumbers(scope, unknown)) next.set(group, number);
  return lost.map(({ claim, index }) => {
    const number = next.get(groupOf(claim)) ?? 2;
    next.set(groupOf(claim), number + 1);
    return { claim, index, number };
  });
}

/** The error for a claim that may not be numbered; it names a number that the document could take. */
async function refusal(scope: ClaimScope, { claim, number }: Attempt): Promise<SlugTakenError> {
  const free = await freeNumber(number + 1, async (numbers) => {
    const keys = new Map(
      numbers.map((candidate) => [
        keyOf(scope, claim, withSuffix(claim.stem, candidate)),
        candidate,
      ])
    );
    const holders = await scope.table.find(scope.trx, [...keys.keys()]);
    // What the document has itself is there for it to take.
    const others = [...holders.values()].filter(
      (holder) => holder.targetDocumentId !== claim.documentId
    );
    return new Set(others.map((holder) => keys.get(holder.key) ?? 0));
  });
  return new SlugTakenError(scope.type.slug, claim.name, withSuffix(claim.stem, free));
}

async function freeNumbers(
  scope: ClaimScope,
  groups: ReadonlyMap<string, Attempt>
): Promise<Map<string, number>> {
  const keysOf = ({ claim, number }: Attempt) =>
    Array.from({ length: WINDOW }, (_, step) => {
      const candidate = number + 1 + step;
      return { candidate, key: keyOf(scope, claim, withSuffix(claim.stem, candidate)) };
    });
  const windows = new Map([...groups].map(([group, attempt]) => [group, keysOf(attempt)]));
  const all = [...windows.values()].flatMap((window) => window.map(({ key }) => key));
  const held = await scope.table.taken(scope.trx, all);
  const free = new Map<string, number>();
  for (const [group, { claim, number }] of groups) {
    const near = windows.get(group)?.find(({ key }) => !held.has(key))?.candidate;
    free.set(group, near ?? (await freeNumber(number + 1 + WINDOW, taken(scope, claim))));
  }
  return free;
}

const taken = (scope: ClaimScope, claim: SlugClaim) => async (numbers: readonly number[]) => {
  const keys = new Map(
    numbers.map((number) => [keyOf(scope, claim, withSuffix(claim.stem, number)), number])
  );
  const held = await scope.table.taken(scope.trx, [...keys.keys()]);
  return new Set([...held].map((key) => keys.get(key) ?? 0));
};
