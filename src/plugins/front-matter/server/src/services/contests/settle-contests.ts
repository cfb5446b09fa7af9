import type { Transaction } from 'strapi-plugin-kit/database';

import { contests } from '../../ledger/contests';
import { addressesOf } from '../../write/addresses';
import { candidateOf, type ContestSite, findNames } from './contender';
import { settleContest } from './settle-contest';

/** Addresses that are settled in one transaction: each takes some milliseconds. */
const TOGETHER = 20;

const PAGE = 1000;

/**
 * Names of documents that had addresses which others ask for, and that are there no more: an editor
 * has deleted them.
 */
export async function* findDeserters(
  site: Pick<ContestSite, 'strapi' | 'target'>
): AsyncGenerator<readonly string[]> {
  const ledger = contests(site.strapi, site.target);
  for (let above = ''; ;) {
    const holders = await ledger.holders(above, PAGE);
    const last = holders.at(-1);
    if (last === undefined) return;
    const names = [...new Set(holders)];
    const ids = names.map((name) => candidateOf(name).targetDocumentId);
    const living = await findNames(site, [...new Set(ids)]);
    yield names.filter((name) => !living.has(name));
    above = last;
  }
}

/** Has the addresses of such documents looked at. */
export const touchDeserted = async (
  site: Pick<ContestSite, 'strapi' | 'target'>
): Promise<void> => {
  for await (const names of findDeserters(site)) {
    await contests(site.strapi, site.target).touch(names);
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
  const ledger = contests(strapi, target);
  const keys = addresses === null ? [] : await ledger.due(above, TOGETHER);
  for (const key of keys) {
    if (addresses === null) break;
    await settleContest({ site, trx, contests: ledger, addresses, tells }, key);
  }
  return keys.at(-1) ?? null;
};
