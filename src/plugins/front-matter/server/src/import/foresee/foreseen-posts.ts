import type { Standing } from '../../core/plan/rank-posts';
import { type Contender, type ContestSite, findContenders } from '../../contests/contender';
import { contestPages } from '../../contests/decide-contest';
import type { Holder } from '../../contests/find-holder';
import type { RefusedAddress } from '../../contests/refused-addresses';
import type { StoredContest } from '../../ledger/contest';
import type { Contests } from '../../ledger/contests';
import { addressKey } from '../../ledger/keys';
import type { Addresses } from '../../site/addresses';
import type { SeenKeys } from '../keys/seen-keys';
import type { ForeseenFiles } from './foresee-files';

/** A file that would ask for an address in vain. */
export interface AskingFile extends RefusedAddress {
  /** What translations of one post have in common. */
  readonly group: string;
}

/** An address that more than one post would ask for. */
export interface Contested extends Pick<RefusedAddress, 'address' | 'path'> {
  /** Which files would ask for it in vain, in the order of asking; by their places. */
  readonly asks: Map<number, AskingFile>;
}

/** What is known in a dry run. */
export interface Foresight {
  readonly site: ContestSite;
  readonly archive: string;
  readonly contests: Contests;
  readonly addresses: Addresses;
  readonly files: ForeseenFiles;
  /** Keys of records whose documents would be taken from the public. */
  readonly hidden: Pick<SeenKeys, 'has'>;
}

/** A post that would ask for an address. */
export interface Foreseen {
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
export type Untold = Map<
  string,
  { readonly post: Foreseen } & Pick<RefusedAddress, 'path' | 'slugAsked'>
>;

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
export const findPosts = async (
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
  for await (const page of contestPages({ contests }, addressKey(address))) {
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

/** The post that would have an address before that is decided; null for none that is known. */
export const findBefore = (
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
  const asksOf = (place: number): Standing['asks'] => {
    // It asks for what it has only from earlier runs, and an earlier file of its batch asks, too.
    const ask = asks.get(place);
    if (ask !== undefined) return ask.isOwn ? 'own' : 'redirect';
    return files.gaveUp(address, place) ? 'former' : contender.standing.asks;
  };
  return ofFile(foresight, place, asksOf(place), { group: contender.documentId, contender });
};
