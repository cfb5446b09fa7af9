import type { Address } from '../../core/addresses/address';
import { isFormOf } from '../../core/slugs/given-slug';
import type { ClaimScope, SlugClaim } from '../claim';
import { claimSlugs } from './claim-slugs';
import { refKey, targetOf } from '../living-documents';

/** A slug for a document, new or old. */
export interface SlugRequest extends SlugClaim {
  /** True when no address of the document can exist yet: saves looking for them. */
  readonly fresh: boolean;
  /** True when any slug that the document has already will do. */
  readonly orOwn: boolean;
}

/** Rows to change once the slugs are known, by key. */
interface Changes {
  readonly current: string[];
  readonly former: string[];
  readonly removed: string[];
}

/**
 * Gives each document its slug and puts its older ones where they belong: a slug that was
 * published becomes a redirect, one that never was is free again. A draft's slug stays reserved
 * beside the published one until it is published itself.
 *
 * Whoever asks again for what a document has gets it: a document that was given `name-2` in the
 * place of `name` keeps it.
 *
 * @param known what `heldSlugs` has answered for these requests, when it has been asked already.
 * @returns the slug of each request, in order.
 * @throws SlugTakenError when a request refuses to be suffixed.
 */
export async function assignSlugs(
  scope: ClaimScope,
  requests: readonly SlugRequest[],
  known?: ReadonlyMap<string, Address[]>
): Promise<string[]> {
  const held = known ?? (await heldSlugs(scope, requests));
  const slugs = await claimRequests(scope, requests, held);
  const changes: Changes = { current: [], former: [], removed: [] };
  for (const [index, request] of requests.entries()) {
    sortOut(request, slugs[index] ?? '', held.get(refKey(request)) ?? [], changes);
  }
  await apply(scope, changes);
  return slugs;
}

/** Gives each document its slug as `assignSlugs` does, and leaves its older ones as they are. */
export async function claimRequests(
  scope: ClaimScope,
  requests: readonly SlugRequest[],
  held: ReadonlyMap<string, Address[]>
): Promise<string[]> {
  const own = requests.map((request) => ownSlug(request, held.get(refKey(request)) ?? []));
  const unclaimed = requests.filter((_, index) => own[index] === undefined);
  const claimed = await claimSlugs(scope, unclaimed);
  let position = 0;
  return own.map((slug) => slug ?? claimed[position++] ?? '');
}

/** The slugs that documents have already, by document. */
export async function heldSlugs(
  scope: ClaimScope,
  requests: readonly SlugRequest[]
): Promise<Map<string, Address[]>> {
  const ids = new Set(
    requests.filter((request) => !request.fresh).map((request) => request.documentId)
  );
  const rows = await scope.table.ofDocuments(scope.trx, scope.type.uid, [...ids]);
  const held = new Map<string, Address[]>();
  for (const row of rows) {
    if (row.kind !== 'slug') continue;
    const key = refKey(targetOf(row));
    held.set(key, [...(held.get(key) ?? []), row]);
  }
  return held;
}

function ownSlug(request: SlugRequest, held: readonly Address[]): string | undefined {
  const exact = held.find((row) => row.address === request.name);
  if (request.orOwn) {
    const reserved = request.live ? undefined : held.find((row) => row.state === 'reserved');
    const own = reserved ?? held.find((row) => row.state === 'current') ?? held.find(isInUse);
    if (own) return own.address;
  }
  if (exact || request.onTaken === 'refuse') return exact?.address;
  return held.find((row) => isInUse(row) && isFormOf(row.address, request.name))?.address;
}

const isInUse = (row: Address) => row.state === 'current' || row.state === 'reserved';

function sortOut(
  request: SlugRequest,
  slug: string,
  held: readonly Address[],
  changes: Changes
): void {
  for (const row of held) {
    if (row.address === slug) {
      if (request.live && row.state !== 'current') changes.current.push(row.key);
    } else if (row.state === 'reserved') {
      changes.removed.push(row.key);
    } else if (request.live && row.state === 'current') {
      changes.former.push(row.key);
    }
  }
}

async function apply({ table, trx }: ClaimScope, changes: Changes): Promise<void> {
  await table.remove(trx, changes.removed);
  await table.setState(trx, changes.former, 'former');
  await table.setState(trx, changes.current, 'current');
}
