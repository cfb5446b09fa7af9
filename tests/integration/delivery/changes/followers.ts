import type { Core } from '@strapi/strapi';
import type { TestSite } from '../../harness/boot';
import {
  type Position,
  readTouched,
} from '../../../../src/plugins/delivery/server/src/changes/read-touched';
import { keyOf, publicViews, UIDS, type Views } from './views';

/** A change, as the feed tells it. */
export interface Told {
  readonly kind: 'created' | 'changed' | 'unpublished' | 'deleted';
  readonly type: string;
  readonly uid: string;
  readonly documentId: string;
  readonly locale: string | null;
  readonly at: string;
}

export interface Page {
  readonly data: readonly Told[];
  readonly meta: { readonly next: string; readonly hasMore: boolean };
}

/** A site that is asked. */
type Site = Pick<TestSite, 'strapi' | 'http'>;

/** Asks for a page of the feed, as the public. */
export const askChanges = async (site: Site, query: object = {}): Promise<Page> => {
  const answer = await site.http.get('/api/delivery/changes').query(query);
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
  return answer.body as Page;
};

/** Somebody who keeps what the public may read, and goes by what he is told of changes. */
export interface Follower<Told> {
  /** What he has. */
  views(): Views;
  begin(): Promise<void>;
  /** Goes by all that is told by now, and hands it back. */
  catchUp(): Promise<Told[]>;
}

/** One who reads the feed. */
export const followFeed = (
  site: Site,
  limit = 1_000,
  uids: readonly string[] = UIDS
): Follower<Told> => {
  let [views, next] = [new Map<string, string>(), ''];
  return {
    views: () => views,
    async begin() {
      next = (await askChanges(site)).meta.next;
      views = await publicViews(site.strapi, uids);
    },
    async catchUp() {
      const all: Told[] = [];
      for (;;) {
        const { data, meta } = await askChanges(site, { since: next, limit });
        const now = await publicViews(site.strapi, uids);
        for (const change of data) {
          const view = now.get(keyOf(change));
          if (view === undefined) views.delete(keyOf(change));
          else views.set(keyOf(change), view);
        }
        all.push(...data);
        next = meta.next;
        if (!meta.hasMore) return all;
      }
    },
  };
};

/** One who asks what was touched, as the cache does. */
export const followTouched = (
  strapi: Core.Strapi,
  uids: readonly string[] = UIDS
): Follower<string> => {
  let views: Views = new Map();
  let position: Position | null = null;
  return {
    views: () => views,
    async begin() {
      ({ position } = await readTouched(strapi, null));
      views = await publicViews(strapi, uids);
    },
    async catchUp() {
      const read = await readTouched(strapi, position);
      position = read.position;
      const now = await publicViews(strapi, uids);
      const keys =
        read.touched === 'all'
          ? [...new Set([...views.keys(), ...now.keys()])]
          : read.touched.map(keyOf);
      for (const key of keys) {
        const view = now.get(key);
        if (view === undefined) views.delete(key);
        else views.set(key, view);
      }
      return keys;
    },
  };
};
