import type { Worker } from '../../../site/workers';
import { median, ratio, rounded } from '../../figures';
import { cursorRequest } from '../requests/cursor';
import { loadFor, timesAlone } from './measure-request';
import {
  get,
  LIST,
  ofCategory,
  ofTag,
  type ReadRequest,
  type Sent,
  slugRequests,
} from '../requests/requests';
import { LARGEST } from '../site/made-posts';

/** The sizes that are compared, in posts. */
export const SMALL_SITE = 10_000;
export const LARGE_SITE = 1_000_000;

/** What must not take longer on a larger site. */
export const NAMES = ['list', 'slug', 'category', 'tag', 'count', 'cursor', 'calendar'] as const;
type Name = (typeof NAMES)[number];

/** Median milliseconds of one request after the other, on a site of one size. */
export type Medians = Readonly<Record<Name, number | null>>;

/** The same at each size, and how many times the small site's the large one's is. */
interface Grown {
  readonly medianMs: readonly (number | null)[];
  readonly ratio: number | null;
}

export type Growth = { readonly sizes: readonly number[] } & Readonly<Record<Name, Grown>>;

const one = (name: Name, sent: Sent): ReadRequest => ({ name, requests: [sent], status: 200 });

export const mediansOf = async (
  generator: Worker,
  port: number,
  posts: number
): Promise<Medians> => {
  const requests: Readonly<Record<Name, ReadRequest | null>> = {
    list: one('list', get(LIST)),
    slug: { name: 'slug', requests: slugRequests(posts), status: 200 },
    category: one('category', get(ofCategory(LARGEST))),
    tag: one('tag', get(ofTag(LARGEST))),
    count: one('count', get('/api/posts?fields[0]=slug&pagination[pageSize]=1')),
    cursor: await cursorRequest(port, posts),
    calendar: one('calendar', get('/api/delivery/calendar')),
  };
  const medians: Partial<Record<Name, number | null>> = {};
  for (const name of NAMES) {
    const request = requests[name];
    const load = request === null ? null : await loadFor({ port }, request);
    medians[name] = load === null ? null : rounded(median(await timesAlone(generator, load)), 3);
  }
  return medians as Medians;
};

/** @param measured medians by size */
export const growthOf = (measured: ReadonlyMap<number, Medians>): Growth => {
  const sizes = [...measured.keys()].sort((a, b) => a - b);
  const grown = NAMES.map((name): [Name, Grown] => [
    name,
    {
      medianMs: sizes.map((size) => measured.get(size)?.[name] ?? null),
      ratio: ratio(measured.get(LARGE_SITE)?.[name], measured.get(SMALL_SITE)?.[name]),
    },
  ]);
  return { sizes, ...(Object.fromEntries(grown) as Record<Name, Grown>) };
};
