import { lockDocuments, pages, type Transaction } from 'strapi-plugin-kit/database';

import type { Contest } from '../ledger/contest';
import { contests } from '../ledger/contests';
import { addressesOf } from '../site/addresses';
import {
  candidateOf,
  type Contender,
  type ContestSite,
  findShown,
  type ResolvingSite,
} from './contender';
import { type ContestContext, type Decision, decideContest } from './decide-contest';
import { exchangeSlugs } from './exchange-slugs';

/** Addresses that are decided in one transaction: each takes some milliseconds. */
const BATCH = 20;

const PAGE = 1000;

/**
 * Names of documents that an editor has deleted, published or unpublished since their contested
 * addresses were decided.
 */
export async function* findEditedRivals(
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

/** Marks the addresses of such documents as due. */
export const markEditedDue = async (
  site: Pick<ContestSite, 'strapi' | 'target'>
): Promise<void> => {
  for await (const names of findEditedRivals(site)) {
    await contests(site.strapi, site.target).markDue(names);
  }
};

/** The documents that a decision writes to. */
const documentsIn = ({ holder, winner }: Decision): readonly string[] => [
  ...(winner === null || winner.name === holder.name ? [] : [winner.documentId]),
  ...(winner === null || holder.contender === null ? [] : [holder.contender.documentId]),
];

/** The row of a document that has lost an address. */
const lostContest = (
  { address, path, holder, exchange }: Decision,
  loser: Contender,
  winner: Contender,
  isReported: boolean
): Contest => ({
  address,
  path,
  targetDocumentId: loser.documentId,
  targetLocale: loser.locale,
  holder: holder.name,
  slugAsked: exchange?.slugAsked ?? null,
  // Translations of one post share its addresses: nothing is lost.
  told: !isReported || loser.documentId === winner.documentId,
});

/** Applies a decision; the documents that it writes to are locked. */
const applyDecision = async (
  site: ResolvingSite,
  { contests: ledger, addresses }: ContestContext,
  decision: Decision,
  isReported: boolean
): Promise<void> => {
  const { address, path, holder, winner, exchange } = decision;
  const { contender: loser } = holder;
  const keepHolder = () => ledger.setHolder(address, holder.name);
  if (winner === null || winner.name === holder.name) return keepHolder();
  if (exchange !== null && loser !== null) {
    if (!(await exchangeSlugs(site, addresses, winner, loser, exchange))) return keepHolder();
  }
  const { documentId, locale } = winner;
  const isGiven = await addresses.handOver({ path, from: holder.documentId, documentId, locale });
  // Another document has it by now; the address is due again when that changes.
  if (!isGiven) return keepHolder();
  if (loser !== null) await ledger.save([lostContest(decision, loser, winner, isReported)], true);
  await ledger.setHolder(address, winner.name);
};

/**
 * Decides some of the addresses that are due: more than one post asks for each, and one of these
 * was made, changed or removed. Each is decided again once the documents are locked, since an
 * editor may have changed them in between.
 *
 * @param above the key of the last address that was decided
 * @param isReported whether the import reports which documents have lost an address
 * @returns the key of the last address; null where none was due
 */
export const resolveContestsPage = async (
  site: ResolvingSite,
  trx: Transaction,
  above: string,
  isReported: boolean
): Promise<string | null> => {
  const { strapi, target } = site;
  const addresses = addressesOf(strapi, target.uid);
  if (addresses === null) return null;
  const ledger = contests(strapi, target);
  const context = { site, contests: ledger, addresses };
  const due = await ledger.findDue(above, BATCH);
  const locked = new Set<string>();
  for (const contest of due) {
    for (const id of documentsIn(await decideContest(context, contest))) locked.add(id);
  }
  await lockDocuments(strapi, trx, target.uid, [...locked]);
  for (const contest of due) {
    const decision = await decideContest(context, contest);
    // It concerns other documents by now, which are not locked: the next run decides it.
    if (!documentsIn(decision).every((id) => locked.has(id))) continue;
    await applyDecision(site, context, decision, isReported);
    const { gone, shown, hidden } = decision.findings;
    await ledger.remove(gone);
    await ledger.setShown(shown, true);
    await ledger.setShown(hidden, false);
  }
  return due.at(-1)?.addressKey ?? null;
};
