import { createHash } from 'node:crypto';

/** The size of a site that is made for the benchmark. */
export interface SiteSize {
  readonly posts: number;
  /** Addresses in all; each post has as many as any other. */
  readonly addresses: number;
}

export const CATEGORIES = 50;
export const POST = 'api::post.post';
export const CATEGORY = 'api::category.category';

const HOUR = 3_600_000;
const FIRST = Date.UTC(2000, 0, 1);

export const documentIdOf = (kind: 'p' | 'c', index: number): string =>
  `${kind}${String(index).padStart(23, '0')}`;
export const slugOf = (post: number): string => `post-${post}`;
export const categoryOf = (post: number): number => post % CATEGORIES;
export const categorySlug = (category: number): string => `category-${category}`;
export const dateOf = (post: number): Date => new Date(FIRST + post * HOUR);
export const formerSlug = (post: number, number: number): string => `was-${post}-${number}`;
export const legacyPath = (post: number, number: number): string => `/old/${number}/${post}.html`;

/** A path as the type's pattern has it. */
const pathOf = (post: number, slug: string): string => {
  const day = dateOf(post).toISOString().slice(0, 10).replaceAll('-', '/');
  return `/${categorySlug(categoryOf(post))}/${day}/${slug}.html`;
};

/** The rest of a post's addresses, beside its current slug: former slugs and legacy paths in turns. */
export const othersOf = ({ posts, addresses }: SiteSize): number =>
  Math.max(2, Math.floor(addresses / posts) - 1);

/** The key of an address: the SHA-256, in hex, of `scope NUL address`. */
export const keyOf = (scope: string, address: string): string =>
  createHash('sha256').update(`${scope}\0${address}`).digest('hex');
export const POST_SLUGS = `slug:${POST}:`;
export const PATHS = 'path';

/** Numbers that look random and are the same in every run (Numerical Recipes' generator). */
function* numbersBelow(limit: number, seed: number): Generator<number> {
  for (let state = seed >>> 0; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield Math.floor((state / 2 ** 32) * limit);
  }
}

/** What visitors ask for, without end: of five, two paths as they are, two as they were, and one that is none. */
export function* visitedUrls(size: SiteSize, seed: number): Generator<string> {
  const pairs = Math.floor(othersOf(size) / 2);
  let turn = 0;
  for (const post of numbersBelow(size.posts, seed)) {
    turn += 1;
    const even = 2 * (turn % pairs);
    if (turn % 5 < 2) yield pathOf(post, slugOf(post));
    else if (turn % 5 === 2) yield pathOf(post, formerSlug(post, even));
    else if (turn % 5 === 3) yield legacyPath(post, even + 1);
    else yield pathOf(post, `nobody-${post}`);
  }
}
