import { goesBySlug } from '../../core/plan/goes-by-slug';
import { comparePosts, type Standing } from '../../core/plan/rank-posts';
import type { Contests, StoredContest } from '../../ledger/contests';
import { addressKey, recordKey } from '../../ledger/keys';
import type { Records } from '../../ledger/records';
import type { Addresses } from '../../write/addresses';
import { type Contender, type ContestSite, findContenders } from '../contests/contender';
import { pagesOf } from '../contests/decide-contest';
import { findExchange, slugToExchange } from '../contests/exchange-slugs';
import { findHolder, type Holder } from '../contests/find-holder';
import type { Refused } from '../contests/note-contests';
import { findSlugs, issuesOf } from '../contests/tell-contests';
import type { ForeseenFiles } from './foresee-files';
import type { ReportIssue } from './report';
import type { SeenKeys } from './seen-keys';

/** A file that would ask for an address in vain. */
export interface AskingFile extends Refused {
  /** What translations of one post have in common. */
  readonly group: string;
}

/** An address that more than one post would ask for. */
export interface Contested extends Pick<Refused, 'address' | 'path'> {
  /** Which files would ask for it in vain, in the order of asking; by their places. */
  readonly asks: Map<number, AskingFile>;
}

/** What is known in a dry run. */
export interface Foresight {
  readonly site: ContestSite;
  readonly records: Pick<Records, 'byKeys'>;
  readonly archive: string;
  readonly contests: Contests;
  readonly addresses: Addresses;
  readonly files: ForeseenFiles;
  /** Keys of records whose documents would be taken from the public. */
  readonly hidden: Pick<SeenKeys, 'has'>;
}

/** A post that would ask for an address. */
interface Foreseen {
  readonly id: string;
  /** Of a file that would be read; -1 for a document whose file is as it was. */
  readonly place: number;
  readonly standing: Standing;
  /** Null where it is not known, and does not matter. */
  readonly group: string | null;
  readonly contender: Contender | null;
  readonly slugAsked: string | null;
}

/** Of whom something is still to be said. */
type Untold = Map<string, { readonly post: Foreseen } & Pick<Refused, 'path' | 'slugAsked'>>;

const idOf = (place: number): string => `file ${place}`;

const ofFile = (
  { files }: Foresight,
  place: number,
  asks: Standing['asks'],
  more: Partial<Foreseen> = {}
): Foreseen => ({
  id: idOf(place),
  place,
  standing: files.standingOf(place, asks),
  group: null,
  contender: null,
  slugAsked: null,
  ...more,
});

const ofDocument = ({ hidden }: Foresight, contender: Contender): Foreseen => {
  const { name, documentId, record, standing } = contender;
  const isShown = standing.isShown && !hidden.has(record.key);
  return {
    id: name,
    place: -1,
    standing: { ...standing, isShown },
    group: documentId,
    contender,
    slugAsked: null,
  };
};

/** Those that ask for an address, by id, and of whom something is to be said, in order. */
const findPosts = async (
  foresight: Foresight,
  { address, asks }: Contested
): Promise<{ readonly posts: Map<string, Foreseen>; readonly untold: Untold }> => {
  const { site, contests, addresses, files } = foresight;
  const posts = new Map<string, Foreseen>();
  const untold: Untold = new Map();
  const add = (post: Foreseen, row: Pick<StoredContest, 'path' | 'told'>): void => {
    posts.set(post.id, post);
    if (!row.told) untold.set(post.id, { post, path: row.path, slugAsked: post.slugAsked });
  };
  for await (const page of pagesOf({ contests }, addressKey(address))) {
    const found = await findContenders(site, addresses, address, page);
    for (const row of page) {
      const contender = found.get(row.asker);
      // What a file that would be read asks for is known by itself.
      if (contender === undefined || files.placeOf(contender.record) !== -1) continue;
      add({ ...ofDocument(foresight, contender), slugAsked: row.slugAsked }, row);
    }
  }
  for (const [place, ask] of asks) {
    const { isOwn, slugAsked, group } = ask;
    add(ofFile(foresight, place, isOwn ? 'own' : 'redirect', { slugAsked, group }), ask);
  }
  return { posts, untold };
};

/** The post that would have an address before it is settled; null for none that is known. */
const findBefore = (
  foresight: Foresight,
  { address, asks }: Contested,
  holder: Holder | null
): Foreseen | null => {
  const { files } = foresight;
  const sibling = [...asks.values()].find(({ told }) => told);
  const group = sibling?.group ?? null;
  const owner = files.ownerOf(address);
  if (owner !== null) return ofFile(foresight, owner.place, owner.asks, { group });
  const contender = holder?.contender ?? null;
  if (contender === null) return null;
  const place = files.placeOf(contender.record);
  if (place === -1) return ofDocument(foresight, contender);
  const asksFor = files.gaveUp(address, place) ? 'former' : contender.standing.asks;
  return ofFile(foresight, place, asksFor, { group: contender.documentId, contender });
};

const bestOf = (posts: Iterable<Foreseen>): Foreseen | null => {
  let best: Foreseen | null = null;
  for (const post of posts) {
    if (best === null || comparePosts(post.standing, best.standing).order > 0) best = post;
  }
  return best;
};

/** The id of the document that a post is, as far as it is there. */
const documentOf = async (
  { records, archive, files }: Foresight,
  { contender, place }: Foreseen
): Promise<string | null> => {
  if (contender !== null || place === -1) return contender?.documentId ?? null;
  const key = recordKey(archive, files.pathOf(place));
  return (await records.byKeys([key])).get(key)?.targetDocumentId ?? null;
};

/** Whether a post would have a slug. */
const hasSlug = async (foresight: Foresight, post: Foreseen, slug: string): Promise<boolean> => {
  const { addresses, files, site } = foresight;
  const locale = post.place === -1 ? (post.contender?.locale ?? null) : files.localeOf(post.place);
  const owner = files.slugOwner(slug, locale);
  if (owner !== null) return owner.place === post.place;
  const holder = await addresses.slugHolder(locale, slug);
  if (holder?.contentType !== site.target.uid || !holder.isSlug) return false;
  return holder.documentId === (await documentOf(foresight, post));
};

/** The slug that two posts would exchange for another; null where they would keep theirs. */
const foretellExchange = async (
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

/** What a real run would say in the end of an address that more than one post asks for. */
export const foretellContest = async (
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
    const isBySlug = asked !== null && goesBySlug(contested.address, asked);
    const isAsked = isBySlug && (await hasSlug(foresight, before, asked));
    const slug = isAsked ? await foretellExchange(foresight, best, before, asked) : null;
    if (isAsked ? slug === null : holder?.isPage === true) winner = before;
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
    return issuesOf(archive, asked, winner?.standing ?? null, field);
  });
};
