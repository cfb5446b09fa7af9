import { lockDocuments, pages, type Transaction } from 'strapi-plugin-kit/database';

import { contests, type Contest } from '../../ledger/contests';
import { addressesOf } from '../../write/addresses';
import { candidateOf, type Contender, type ContestSite, findShown } from './contender';
import { type Deciding, type Decision, decideContest } from './decide-contest';
import { exchangeSlugs } from './exchange-slugs';

/** Addresses that are settled in one transaction: each takes some milliseconds. */
const TOGETHER = 20;

const PAGE = 1000;

/**
 * Names of documents that ask for addresses of others, or have what others ask for, and that an
 * editor has deleted, published or taken from the public since that was settled.
 */
export async function* findEdited(
  site: Pick<ContestSite, 'strapi' | 'target'>
): AsyncGenerator<readonly string[]> {
  const ledger = contests(site.strapi, site.target);
  for await (const rows of pages(PAGE, (above, limit) => ledger.rivals(above, limit))) {
    const names = rows.flatMap(({ asker, holder }) =>
      holder === null ? [asker] : [asker, holder]
    );
    const ids = new Set(names.map((name) => candidateOf(name).targetDocumentId));
    const shown = await findShown(site, [...ids]);
    const holders = rows.flatMap(({ holder }) =>
      holder === null || shown.get(holder) === true ? [] : [holder]
    );
    const askers = rows.flatMap(({ asker, isShown }) =>
      isShown === null || isShown === (shown.get(asker) ?? false) ? [] : [asker]
    );
    yield [...new Set([...holders, ...askers])];
  }
}

/** Has the addresses of such documents looked at. */
export const touchEdited = async (site: Pick<ContestSite, 'strapi' | 'target'>): Promise<void> => {
  for await (const names of findEdited(site)) {
    await contests(site.strapi, site.target).touch(names);
  }
};

/** The documents that a decision writes to. */
const documentsIn = ({ holder, winner }: Decision): readonly string[] => [
  ...(winner === null || winner.name === holder.name ? [] : [winner.documentId]),
  ...(winner === null || holder.contender === null ? [] : [holder.contender.documentId]),
];

/** What is noted of a document that has lost an address. */
const lossOf = (
  { address, path, holder, exchange }: Decision,
  loser: Contender,
  winner: Contender,
  tells: boolean
): Contest => ({
  address,
  path,
  targetDocumentId: loser.documentId,
  targetLocale: loser.locale,
  holder: holder.name,
  slugAsked: exchange?.slugAsked ?? null,
  // Translations of one post share its addresses, whoever of them has one.
  told: !tells || loser.documentId === winner.documentId,
});

/** Carries a decision out; what it writes to is held. */
const carryOut = async (
  { site, contests: ledger, addresses }: Deciding,
  decision: Decision,
  tells: boolean
): Promise<void> => {
  const { address, path, holder, winner, exchange } = decision;
  const { contender: loser } = holder;
  const stays = () => ledger.settle(address, holder.name);
  if (winner === null || winner.name === holder.name) return stays();
  if (exchange !== null && loser !== null) {
    if (!(await exchangeSlugs(site, addresses, winner, loser, exchange))) return stays();
  }
  const { documentId, locale } = winner;
  const isGiven = await addresses.handOver({ path, from: holder.documentId, documentId, locale });
  // Somebody else has come to have it: it is looked at again when that changes.
  if (!isGiven) return stays();
  if (loser !== null) await ledger.note([lossOf(decision, loser, winner, tells)], true);
  await ledger.settle(address, winner.name);
};

/**
 * Settles some of the addresses that are due: more than one post asks for each, and one of these has
 * changed, come or gone. What editors change in between is looked at again, when nobody else can
 * write to the documents.
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
  if (addresses === null) return null;
  const ledger = contests(strapi, target);
  const deciding = { site, contests: ledger, addresses };
  const due = await ledger.due(above, TOGETHER);
  const held = new Set<string>();
  for (const contest of due) {
    for (const id of documentsIn(await decideContest(deciding, contest))) held.add(id);
  }
  await lockDocuments(strapi, trx, target.uid, [...held]);
  for (const contest of due) {
    const decision = await decideContest(deciding, contest);
    // Others have to do with it by now: the next run looks at it.
    if (!documentsIn(decision).every((id) => held.has(id))) continue;
    await carryOut(deciding, decision, tells);
    const { gone, shown, hidden } = decision.seen;
    await ledger.remove(gone);
    await ledger.show(shown, true);
    await ledger.show(hidden, false);
  }
  return due.at(-1)?.addressKey ?? null;
};
