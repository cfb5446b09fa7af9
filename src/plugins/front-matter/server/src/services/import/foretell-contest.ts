import { pages } from 'strapi-plugin-kit/database';

import { comparePosts } from '../../core/plan/rank-posts';
import type { Contests, StoredContest } from '../../ledger/contests';
import { addressKey } from '../../ledger/keys';
import type { Target } from '../../write/target';
import type { Refused } from '../contests/note-contests';
import { issuesOf } from '../contests/tell-contests';
import type { ForeseenDocuments } from './foresee-documents';
import type { Foreseen, ForeseenFiles } from './foresee-files';
import type { ReportIssue } from './report';

/** An address that more than one post would ask for. */
export interface Contested extends Pick<Refused, 'address' | 'path'> {
  /** Who would ask for it in vain, in the order of asking; by id. */
  readonly asks: Map<string, Refused>;
}

/** What is known in a dry run. */
export interface Foresight {
  readonly target: Target;
  readonly contests: Contests;
  readonly files: ForeseenFiles;
  readonly documents: ForeseenDocuments;
}

/** Of whom something is still to be said. */
interface Untold extends Pick<Refused, 'path' | 'instead'> {
  readonly post: Foreseen;
}

const PAGE = 200;

const storedRows = (
  { contests }: Foresight,
  address: string
): AsyncGenerator<readonly StoredContest[]> => {
  const key = addressKey(address);
  return pages(PAGE, (above, limit) => contests.ofAddress(key, above, limit));
};

/** Those that ask for an address, by id, and of whom something is to be said, in order. */
const findPosts = async (
  foresight: Foresight,
  { address, asks }: Contested
): Promise<{ posts: Map<string, Foreseen>; untold: Map<string, Untold> }> => {
  const { files, documents } = foresight;
  const posts = new Map<string, Foreseen>();
  const untold = new Map<string, Untold>();
  for await (const rows of storedRows(foresight, address)) {
    const found = await documents.find(address, rows);
    for (const { asker: id, path, instead, told } of rows) {
      const post = found.get(id);
      if (post === undefined || asks.has(id)) continue;
      posts.set(id, post);
      if (!told) untold.set(id, { post, path, instead });
    }
  }
  const known = await documents.find(
    address,
    [...asks].flatMap(([id, ask]) => (files.isFile(id) ? [] : [ask]))
  );
  for (const [id, { path, instead, isOwn }] of asks) {
    const post = files.isFile(id) ? files.post(id, isOwn) : known.get(id);
    if (post === undefined) continue;
    posts.set(id, post);
    untold.set(id, { post, path, instead });
  }
  return { posts, untold };
};

const bestOf = (posts: Iterable<Foreseen>): Foreseen | null => {
  let best: Foreseen | null = null;
  for (const post of posts) {
    if (best === null || comparePosts(post.standing, best.standing).order > 0) best = post;
  }
  return best;
};

/** The post that would have to give its slug to the winner, which asks for it and has another. */
const findLoser = async (
  { files, documents }: Foresight,
  winner: Foreseen,
  posts: ReadonlyMap<string, Foreseen>
): Promise<Foreseen | null> => {
  const { wanted, slug, locale } = winner;
  if (wanted === null || slug === null || slug === wanted) return null;
  const file = files.idBySlug(wanted, locale);
  const id = file === undefined ? await documents.idBySlug(wanted, locale) : file;
  const loser = id === null || id === winner.id ? undefined : posts.get(id ?? '');
  if (loser === undefined || winner.standing.asks !== 'own') return null;
  if (loser.standing.asks !== 'own') return null;
  const isIts = files.isFile(loser.id) || (loser.slug === wanted && loser.wanted === wanted);
  return isIts ? loser : null;
};

/** What a real run would say in the end of an address that more than one post asks for. */
export const foretellContest = async (
  foresight: Foresight,
  contested: Contested
): Promise<readonly ReportIssue[]> => {
  const { target, files, documents } = foresight;
  const { path, address } = contested;
  const { posts, untold } = await findPosts(foresight, contested);
  const file = files.holderOf(address);
  const holder =
    file === null ? await documents.holderOf(contested) : { post: file, isForeign: false };
  const { post: before } = holder;
  // Whoever was asked for it in vain and is nowhere to be found is a term that would be made.
  const isForeign = holder.isForeign || (before === null && contested.asks.size > 0);
  if (before !== null) posts.set(before.id, posts.get(before.id) ?? before);
  const winner = isForeign ? null : bestOf(posts.values());
  const slugs = new Map([...posts.values()].map(({ id, slug }) => [id, slug]));
  const loser = winner === null ? null : await findLoser(foresight, winner, posts);
  if (winner !== null && loser !== null) {
    slugs.set(loser.id, winner.slug);
    slugs.set(winner.id, winner.wanted);
    // It is noted anew, as the last.
    untold.delete(loser.id);
    untold.set(loser.id, { post: loser, path, instead: winner.wanted });
  }
  if (winner !== null && before !== null && before.id !== winner.id && before.id !== loser?.id) {
    untold.delete(before.id);
    untold.set(before.id, { post: posts.get(before.id) ?? before, path, instead: null });
  }
  const field = target.fields.get('slug')?.name ?? 'slug';
  return [...untold.values()].flatMap(({ post, ...row }) =>
    issuesOf(row, post, winner, slugs.get(post.id) ?? null, field)
  );
};
