import { pages } from 'strapi-plugin-kit/database';

import { goesBySlug } from '../../core/plan/goes-by-slug';
import { comparePosts } from '../../core/plan/rank-posts';
import { addressKey } from '../../ledger/keys';
import type { Contest, Contests, StoredContest } from '../../ledger/contests';
import type { Addresses } from '../../write/addresses';
import {
  candidateOf,
  type Contender,
  type ContestSite,
  findContenders,
  findOwner,
  nameOf,
} from './contender';
import { type Exchange, findExchange } from './exchange-slugs';
import { findHolder, type Holder } from './find-holder';

/** What deciding takes. */
export interface Deciding {
  readonly site: ContestSite;
  readonly contests: Contests;
  readonly addresses: Addresses;
}

/** Whose an address is, and whose it is to be. */
export interface Decision extends Pick<Contest, 'address' | 'path'> {
  readonly holder: Holder;
  /** Null where it is nobody's, or is to stay an editor's. */
  readonly winner: Contender | null;
  /** The slugs that the winner and the holder exchange; null where they keep them. */
  readonly exchange: Exchange | null;
  readonly seen: Seen;
}

/** Rows of those who ask, of which the ledger is to learn something, by their ids. */
interface Seen {
  /** Their documents are there no more. */
  readonly gone: number[];
  /** Visitors see them, or do not. */
  readonly shown: number[];
  readonly hidden: number[];
}

/** The best of those that ask for an address. */
interface Best {
  readonly contender: Contender;
  /** The slug that it has asked for in vain, where that is still to be told. */
  readonly slugAsked: string | null;
}

/** Rows that are looked at together: there may be any number of posts with one address. */
const PAGE = 200;

/** The rows of an address, a page at a time. */
export const pagesOf = (
  { contests }: Pick<Deciding, 'contests'>,
  key: string
): AsyncGenerator<readonly StoredContest[]> =>
  pages(PAGE, (above, limit) => contests.ofAddress(key, above, limit));

/** The best of those that ask for an address, and of those that have asked for it once. */
const findBest = async (
  { site, contests, addresses }: Deciding,
  address: string,
  holder: Holder,
  seen: Seen
): Promise<{ readonly best: Best | null; readonly former: Contender | null }> => {
  const { contender: first } = holder;
  let best: Best | null = first === null ? null : { contender: first, slugAsked: null };
  let former: Contender | null = null;
  for await (const page of pagesOf({ contests }, addressKey(address))) {
    const contenders = await findContenders(site, addresses, address, page, 'once');
    for (const row of page) {
      const contender = contenders.get(nameOf(site.target, row));
      if (contender === undefined) {
        seen.gone.push(row.id);
        continue;
      }
      const { isShown, asks } = contender.standing;
      if (row.isShown !== isShown) (isShown ? seen.shown : seen.hidden).push(row.id);
      if (asks === 'former') {
        const isBetter =
          former === null || comparePosts(contender.standing, former.standing).order > 0;
        if (isBetter) former = contender;
        continue;
      }
      const isBetter =
        best === null ||
        contender.name === best.contender.name ||
        comparePosts(contender.standing, best.contender.standing).order > 0;
      if (isBetter) best = { contender, slugAsked: row.slugAsked };
    }
  }
  return { best, former };
};

const hasSlug = async (
  { site, addresses }: Deciding,
  { documentId, locale }: Contender,
  slug: string
): Promise<boolean> => {
  const holder = await addresses.slugHolder(locale, slug);
  const isIts = holder?.documentId === documentId && holder.contentType === site.target.uid;
  return isIts && holder.isSlug;
};

/**
 * Decides whose an address is to be, of all that have asked for it. What an editor, or anybody but
 * an import, has given an address to keeps it; and so does a post whose page on this site is there, or
 * goes by the slug that the newer one has asked for, too, unless the two can exchange their slugs.
 */
export const decideContest = async (
  deciding: Deciding,
  { address, path }: Pick<Contest, 'address' | 'path'>
): Promise<Decision> => {
  const { site, addresses } = deciding;
  const holder = await findHolder(site, addresses, { address, path });
  const seen: Seen = { gone: [], shown: [], hidden: [] };
  const stays = { address, path, holder, exchange: null, seen };
  if (holder.isForeign) return { ...stays, winner: null };
  const { best, former } = await findBest(deciding, address, holder, seen);
  // What nobody asks for any more, and nobody has, is better than nothing to whom it led once.
  if (best === null) {
    const once = former && (await findOwner(site, addresses, address, candidateOf(former.name)));
    return { ...stays, winner: once };
  }
  if (best.contender.name === holder.name || holder.contender === null) {
    return { ...stays, winner: best.contender };
  }
  const { contender: winner, slugAsked } = best;
  const { contender: loser } = holder;
  const isBySlug = slugAsked !== null && goesBySlug(address, slugAsked);
  if (isBySlug && (await hasSlug(deciding, loser, slugAsked))) {
    const exchange = await findExchange(site, winner, loser, slugAsked);
    return { ...stays, winner: exchange === null ? loser : winner, exchange };
  }
  return { ...stays, winner: holder.isPage ? loser : winner };
};
