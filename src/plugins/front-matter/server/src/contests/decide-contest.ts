import { pages } from 'strapi-plugin-kit/database';

import { endsInSlug } from '../core/plan/ends-in-slug';
import { comparePosts } from '../core/plan/rank-posts';
import { addressKey } from '../ledger/keys';
import type { Contest, StoredContest } from '../ledger/contest';
import type { Contests } from '../ledger/contests';
import type { Addresses } from '../site/addresses';
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

/** What deciding a contested address needs. */
export interface ContestContext {
  readonly site: ContestSite;
  readonly contests: Contests;
  readonly addresses: Addresses;
}

/** Which document has an address, and which is to have it. */
export interface Decision extends Pick<Contest, 'address' | 'path'> {
  readonly holder: Holder;
  /** Null where no document is to have it, or it stays an editor's. */
  readonly winner: Contender | null;
  /** The slugs that the winner and the holder exchange; null where they keep them. */
  readonly exchange: Exchange | null;
  readonly findings: RowFindings;
}

/** Ids of rows in the ledger that are to be updated. */
interface RowFindings {
  /** Their documents do not exist any more. */
  readonly gone: number[];
  /** Their documents are shown to visitors by now. */
  readonly shown: number[];
  /** Their documents are hidden from visitors by now. */
  readonly hidden: number[];
}

/** The first in rank of those that ask for an address. */
interface Best {
  readonly contender: Contender;
  /** The slug that it has asked for in vain, until that is reported. */
  readonly slugAsked: string | null;
}

/** Rows that are read together: any number of posts may ask for one address. */
const PAGE = 200;

/** The rows of an address, a page at a time. */
export const contestPages = (
  { contests }: Pick<ContestContext, 'contests'>,
  key: string
): AsyncGenerator<readonly StoredContest[]> =>
  pages(PAGE, (above, limit) => contests.ofAddress(key, above, limit));

/**
 * Finds the first in rank of those that ask for an address, and of those that have asked for it in
 * earlier runs only.
 */
const findBest = async (
  { site, contests, addresses }: ContestContext,
  address: string,
  holder: Holder,
  findings: RowFindings
): Promise<{ readonly best: Best | null; readonly former: Contender | null }> => {
  const { contender: first } = holder;
  let best: Best | null = first === null ? null : { contender: first, slugAsked: null };
  let former: Contender | null = null;
  for await (const page of contestPages({ contests }, addressKey(address))) {
    const contenders = await findContenders(site, addresses, address, page, 'all');
    for (const row of page) {
      const contender = contenders.get(nameOf(site.target, row));
      if (contender === undefined) {
        findings.gone.push(row.id);
        continue;
      }
      const { isShown, asks } = contender.standing;
      if (row.isShown !== isShown) (isShown ? findings.shown : findings.hidden).push(row.id);
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
  { site, addresses }: ContestContext,
  { documentId, locale }: Contender,
  slug: string
): Promise<boolean> => {
  const holder = await addresses.slugHolder(locale, slug);
  const isIts = holder?.documentId === documentId && holder.contentType === site.target.uid;
  return isIts && holder.isSlug;
};

/**
 * Decides which document is to have an address, of all that have asked for it. A document that an
 * editor has given the address to keeps it. So does a post that has its page there, or has the slug
 * that a newer post has asked for as well, unless the two can exchange their slugs.
 */
export const decideContest = async (
  context: ContestContext,
  { address, path }: Pick<Contest, 'address' | 'path'>
): Promise<Decision> => {
  const { site, addresses } = context;
  const holder = await findHolder(site, addresses, { address, path });
  const findings: RowFindings = { gone: [], shown: [], hidden: [] };
  const unchanged = { address, path, holder, exchange: null, findings };
  if (holder.isForeign) return { ...unchanged, winner: null };
  const { best, former } = await findBest(context, address, holder, findings);
  // An address that no post asks for any more still leads to the last one that did.
  if (best === null) {
    const once = former && (await findOwner(site, addresses, address, candidateOf(former.name)));
    return { ...unchanged, winner: once };
  }
  if (best.contender.name === holder.name || holder.contender === null) {
    return { ...unchanged, winner: best.contender };
  }
  const { contender: winner, slugAsked } = best;
  const { contender: loser } = holder;
  const isBySlug = slugAsked !== null && endsInSlug(address, slugAsked);
  if (isBySlug && (await hasSlug(context, loser, slugAsked))) {
    const exchange = await findExchange(site, winner, loser, slugAsked);
    return { ...unchanged, winner: exchange === null ? loser : winner, exchange };
  }
  return { ...unchanged, winner: holder.isPage ? loser : winner };
};
