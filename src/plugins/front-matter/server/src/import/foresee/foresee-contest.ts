import { endsInSlug } from '../../core/plan/ends-in-slug';
import { comparePosts } from '../../core/plan/rank-posts';
import { findExchange, slugToExchange } from '../../contests/exchange-slugs';
import { findHolder, type Holder } from '../../contests/find-holder';
import { findSlugs, issuesOfAsker } from '../../contests/report-contests';
import type { ReportIssue } from '../../run/report-issue';
import {
  type Contested,
  findBefore,
  findPosts,
  type Foreseen,
  type Foresight,
} from './foreseen-posts';

const bestOf = (posts: Iterable<Foreseen>): Foreseen | null => {
  let best: Foreseen | null = null;
  for (const post of posts) {
    if (best === null || comparePosts(post.standing, best.standing).order > 0) best = post;
  }
  return best;
};

/** Whether a post would have a slug. */
const hasSlug = async (foresight: Foresight, post: Foreseen, slug: string): Promise<boolean> => {
  const { addresses, files, site } = foresight;
  const locale = post.place === -1 ? (post.contender?.locale ?? null) : files.localeOf(post.place);
  const owner = files.slugOwner(slug, locale);
  if (owner !== null) return owner.place === post.place;
  // Its file may give it another one than it has until now.
  if (post.place !== -1) return files.renamedTo(post.place)?.slug === slug;
  const holder = await addresses.slugHolder(locale, slug);
  if (holder?.contentType !== site.target.uid || !holder.isSlug) return false;
  return holder.documentId === post.contender?.documentId;
};

/** The slug that two posts would exchange for another; null where they would keep theirs. */
const foreseeExchange = async (
  { site, files }: Foresight,
  winner: Foreseen,
  loser: Foreseen,
  slugAsked: string
): Promise<string | null> => {
  if (winner.contender !== null && loser.contender !== null) {
    const { contender } = winner;
    return (await findExchange(site, contender, loser.contender, slugAsked))?.slug ?? null;
  }
  if (winner.place === -1 || loser.place === -1 || slugToExchange(site) === null) return null;
  const locale = files.localeOf(winner.place);
  const owner = files.slugOwner(slugAsked, locale);
  const renamed = files.renamedTo(winner.place);
  return owner?.isNew === true && renamed?.isNew === true ? renamed.slug : null;
};

/** Whether visitors would still see the post that has an address at the address itself. */
const staysPage = async (
  { addresses, files }: Foresight,
  { path }: Contested,
  holder: Holder | null,
  { place, standing }: Foreseen
): Promise<boolean> => {
  if (holder?.isPage !== true || !standing.isShown) return false;
  if (place === -1) return true;
  if (files.movesPage(place)) return false;
  const dated = files.dateGiven(place);
  return dated === null || (await addresses.holderOf(path, dated))?.isPage === true;
};

/** What a real run would say in the end of an address that more than one post asks for. */
export const foreseeContest = async (
  foresight: Foresight,
  contested: Contested
): Promise<readonly ReportIssue[]> => {
  const { site, archive, addresses, files } = foresight;
  const { posts, untold } = await findPosts(foresight, contested);
  const isNew = files.ownerOf(contested.address) !== null;
  const holder = isNew ? null : await findHolder(site, addresses, contested);
  const before = findBefore(foresight, contested, holder);
  if (before !== null) posts.set(before.id, before);
  // Whoever was asked for it in vain and is nowhere to be found is a term that would be made.
  const isForeign = holder?.isForeign === true || (before === null && contested.asks.size > 0);
  const best = isForeign ? null : bestOf(posts.values());
  const slugs = new Map<string, string | null>();
  let winner = best;
  if (best !== null && before !== null && best.id !== before.id) {
    const { slugAsked: asked } = best;
    const isBySlug = asked !== null && endsInSlug(contested.address, asked);
    const isAsked = isBySlug && (await hasSlug(foresight, before, asked));
    const slug = isAsked ? await foreseeExchange(foresight, best, before, asked) : null;
    const keeps = isAsked ? slug === null : await staysPage(foresight, contested, holder, before);
    if (keeps) winner = before;
    else {
      // It is noted anew, as the last; translations of one post share its addresses.
      untold.delete(before.id);
      const slugAsked = slug === null ? null : best.slugAsked;
      const isSibling = best.group !== null && best.group === before.group;
      if (!isSibling) untold.set(before.id, { post: before, path: contested.path, slugAsked });
      if (slug !== null) slugs.set(before.id, slug).set(best.id, best.slugAsked);
    }
  }
  const known = await findSlugs(
    site,
    [...untold.values()].flatMap(({ post }) => post.contender?.documentId ?? [])
  );
  const field = site.target.fields.get('slug')?.name ?? 'slug';
  return [...untold.values()].flatMap(({ post, path, slugAsked }) => {
    const slug =
      slugs.get(post.id) ?? files.renamedTo(post.place)?.slug ?? known.get(post.id) ?? null;
    const isWinner = post.id === winner?.id;
    const asked = { path, slugAsked, post: post.standing, slug, isWinner };
    return issuesOfAsker(archive, asked, winner?.standing ?? null, field);
  });
};
