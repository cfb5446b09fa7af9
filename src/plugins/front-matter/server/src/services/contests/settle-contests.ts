import { contests } from '../../ledger/contests';
import { addressesOf } from '../../write/addresses';
import { findLiving } from '../../write/find-living';
import type { Transaction } from '../../write/transaction';
import type { ContestSite } from './contender';
import { settleContest } from './settle-contest';

/** Addresses that are settled in one transaction: each takes some milliseconds. */
const TOGETHER = 20;

const PAGE = 1000;

/** Documents that had addresses which others ask for, and that are there no more: an editor has deleted them. */
export async function* findDeserters({
  strapi,
  target,
}: Pick<ContestSite, 'strapi' | 'target'>): AsyncGenerator<readonly string[]> {
  const ledger = contests(strapi);
  for (let above = ''; ;) {
    const holders = await ledger.holders(target.uid, above, PAGE);
    const last = holders.at(-1);
    if (last === undefined) return;
    const ids = [...new Set(holders)];
    const living = await findLiving(strapi, { uid: target.uid, locale: null }, ids);
    yield ids.filter((id) => !living.has(id));
    above = last;
  }
}

/** Has the addresses of such documents looked at. */
export const touchDeserted = async (
  site: Pick<ContestSite, 'strapi' | 'target'>
): Promise<void> => {
  for await (const ids of findDeserters(site)) {
    await contests(site.strapi).touch(site.target.uid, ids);
  }
};

/**
 * Settles some of the addresses that are due: more than one post asks for each, and one of these has
 * changed, come or gone.
 *
 * @param above the key of the last one that was settled
 * @param tells whether a report is to tell who has lost one
 * @returns the key of the last one; null where none was left
 */
export const settlePage = async (
  site: ContestSite,
  trx: Transaction,
  above: string,
  tells: boolean
): Promise<string | null> => {
  const { strapi, target } = site;
  const addresses = addressesOf(strapi, target.uid);
  const ledger = contests(strapi);
  const keys = addresses === null ? [] : await ledger.due(target.uid, above, TOGETHER);
  for (const key of keys) {
    if (addresses === null) break;
    await settleContest({ site, trx, contests: ledger, addresses, tells }, key);
  }
  return keys.at(-1) ?? null;
};
