import { pages, type Transaction } from 'strapi-plugin-kit/database';

import { digestValue } from '../../core/plan/digest';
import { comparePosts } from '../../core/plan/rank-posts';
import type { Contests, StoredContest } from '../../ledger/contests';
import type { AskingRecord } from '../../ledger/records';
import type { Addresses } from '../../write/addresses';
import { holdDocuments } from '../../write/hold-documents';
import { type Contender, type ContestSite, findContenders } from './contender';
import { exchangeSlugs } from './exchange-slugs';
import { findHolder, type Holder } from './find-holder';

/** What settling takes. */
export interface Settling {
  readonly site: ContestSite;
  readonly trx: Transaction;
  readonly contests: Contests;
  readonly addresses: Addresses;
  /** Whether a report is to tell who has lost an address: a rollback only takes back what one told. */
  readonly tells: boolean;
}

/** Rows that are looked at together: there may be any number of posts with one address. */
const PAGE = 200;

const pagesOf = ({ contests }: Settling, key: string): AsyncGenerator<readonly StoredContest[]> =>
  pages(PAGE, (above, limit) => contests.ofAddress(key, above, limit));

/** An address, in its one form and as a file has it. */
type Contested = Pick<StoredContest, 'address' | 'path'>;

/** The post that an address is, and the slug that its file gives. */
interface Winner {
  readonly contender: Contender;
  /** Null where that is not known. */
  readonly wanted: string | null;
}

/**
 * The slug that a file gives. A digest of a text so short is the text itself.
 *
 * @param noted what it gave when it was noted
 */
const wantedSlug = (
  { target }: ContestSite,
  { imported }: AskingRecord,
  noted: string | null
): string | null => {
  const from = imported?.[target.fields.get('slug')?.name ?? '']?.from;
  if (from?.startsWith('"') === true) return from.slice(1);
  return noted !== null && digestValue(noted) === from ? noted : null;
};

/** The best of those that ask for an address, whoever has it now. */
const findWinner = async (
  settling: Settling,
  key: string,
  address: string,
  holder: Holder
): Promise<Winner | null> => {
  const { site, contests, addresses } = settling;
  const winnerOf = (contender: Contender, noted: string | null): Winner => ({
    contender,
    wanted: wantedSlug(site, contender.record, noted),
  });
  let best = holder.contender === null ? null : winnerOf(holder.contender, null);
  for await (const page of pagesOf(settling, key)) {
    const contenders = await findContenders(site, addresses, address, page);
    const dead: number[] = [];
    for (const { id, asker, wanted } of page) {
      const contender = contenders.get(asker);
      if (contender === undefined) {
        dead.push(id);
        continue;
      }
      const isBetter =
        best === null ||
        contender.name === best.contender.name ||
        comparePosts(contender.standing, best.contender.standing).order > 0;
      if (isBetter) best = winnerOf(contender, wanted);
    }
    await contests.remove(dead);
  }
  return best;
};

/** Notes a document that has lost an address, or the slug that goes with it. */
const noteLoser = (
  { site, contests, tells }: Settling,
  { address, path }: Contested,
  { documentId, locale, record }: Contender,
  holder: string,
  instead: string | null
): Promise<void> =>
  contests.note([
    {
      address,
      path,
      targetDocumentId: documentId,
      targetLocale: locale,
      holder,
      wanted: instead ?? wantedSlug(site, record, null),
      instead,
      told: !tells,
    },
  ]);

/** Gives an address to the post that it is. */
const give = async (
  settling: Settling,
  contested: Contested,
  holder: Holder,
  { contender: winner, wanted }: Winner
): Promise<boolean> => {
  const { site, trx, addresses } = settling;
  const { name, documentId, locale } = winner;
  if (name !== holder.name) {
    await holdDocuments(site.strapi, trx, site.target, [documentId]);
    const from = holder.documentId;
    const handover = { path: contested.path, from, documentId, locale };
    if (!(await addresses.handOver(handover))) return false;
  }
  const exchange =
    wanted === null
      ? null
      : await exchangeSlugs(site, trx, addresses, contested.address, winner, wanted);
  if (exchange !== null) {
    await noteLoser(settling, contested, exchange.loser, name, wanted);
  }
  const { contender: before } = holder;
  const isNoted = before === null || before.name === exchange?.loser.name;
  if (!isNoted && before.name !== name) {
    await noteLoser(settling, contested, before, name, null);
  }
  return true;
};

/**
 * Has an address lead to the post that it is, of all that have asked for it. What an editor, or
 * anybody but an import, has given an address to keeps it.
 *
 * @param key of the address, as the ledger has it
 */
export const settleContest = async (settling: Settling, key: string): Promise<void> => {
  const { site, contests, addresses } = settling;
  const [first] = await contests.ofAddress(key, 0, 1);
  if (first === undefined) return;
  const holder = await findHolder(site, addresses, first);
  const winner = holder.isForeign ? null : await findWinner(settling, key, first.address, holder);
  // Another may have come to have it in between: it is looked at again when that changes.
  const isGiven = winner !== null && (await give(settling, first, holder, winner));
  await contests.settle(first.address, isGiven ? winner.contender.name : holder.name);
};
