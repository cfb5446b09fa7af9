import type { ImportedValues } from './merge-values';

/** What decides which of several posts gets an address. */
export interface Standing {
  /** Asked for as the post's own address, by `redirect_from`, or only in an earlier run. */
  readonly asks: 'own' | 'redirect' | 'former';
  /** Whether the post is public. */
  readonly isShown: boolean;
  /** Milliseconds since the epoch; null where none is known. */
  readonly date: number | null;
  readonly archive: string;
  readonly path: string;
}

/** What put one post before another. */
export type Reason = 'shown' | 'asks' | 'own' | 'newer' | 'path' | 'archive';

const UNDATED = -Infinity;

const compareTexts = (a: string, b: string): number =>
  Buffer.compare(Buffer.from(a), Buffer.from(b));

/**
 * Compares two posts that ask for one address: `order` is positive where the first one gets it, and
 * `reason` is the rule that decided.
 *
 * 1. A public post goes before one that is not public.
 * 2. A post that asks for the address now goes before one that asked for it in an earlier run.
 * 3. A post's own address goes before another's `redirect_from`: Jekyll writes redirects first, as
 *    pages, and posts over them.
 * 4. The newer post, at equal dates the one whose path is greater: Jekyll writes posts in this order
 *    (`Document#<=>`), and the last one stays. It knows one archive; between two the rule is the
 *    same, so that it does not matter which was imported first.
 */
export const comparePosts = (a: Standing, b: Standing): { order: number; reason: Reason } => {
  const truths: readonly (readonly [Reason, (post: Standing) => boolean])[] = [
    ['shown', ({ isShown }) => isShown],
    ['asks', ({ asks }) => asks !== 'former'],
    ['own', ({ asks }) => asks === 'own'],
  ];
  for (const [reason, isTrue] of truths) {
    const order = Number(isTrue(a)) - Number(isTrue(b));
    if (order !== 0) return { order, reason };
  }
  const dates = [a.date ?? UNDATED, b.date ?? UNDATED] as const;
  if (dates[0] !== dates[1]) return { order: dates[0] > dates[1] ? 1 : -1, reason: 'newer' };
  const byPath = compareTexts(a.path, b.path);
  return byPath === 0
    ? { order: compareTexts(a.archive, b.archive), reason: 'archive' }
    : { order: byPath, reason: 'path' };
};

/** The day in a file's name, in milliseconds since the epoch. */
const dayIn = (path: string): number | null => {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const [, day] = /^(\d{4}-\d{1,2}-\d{1,2})-/.exec(name) ?? [];
  if (day === undefined) return null;
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return Date.UTC(year, month - 1, date);
};

/**
 * The date of a file, in milliseconds since the epoch; that of its name, where it has no other.
 *
 * @param hash of the date as it was imported, which is the date itself: it is short
 */
export const dateOfFile = (hash: string | undefined, path: string): number | null => {
  const time = hash?.startsWith('"') === true ? Date.parse(hash.slice(1)) : NaN;
  return Number.isNaN(time) ? dayIn(path) : time;
};

/** A file's record: its addresses in the order in which it asks for them, its own first. */
export interface Asking {
  readonly archive: string;
  readonly path: string;
  readonly paths: readonly string[] | null;
  readonly imported: ImportedValues | null;
}

/** What is known of the site. */
interface SiteContext {
  /** The canonical form of an address; null for what is not one. */
  readonly addressOf: (path: string) => string | null;
  /** The attribute that dates a document; null where there is none. */
  readonly date: string | null;
  readonly isShown: boolean;
}

/**
 * The standing of a file among those that ask for an address.
 *
 * @param address in its canonical form
 */
export const standingOf = (
  { archive, path, paths, imported }: Asking,
  address: string,
  { addressOf, date, isShown }: SiteContext
): Standing => {
  const place = (paths ?? []).findIndex((asked) => addressOf(asked) === address);
  return {
    asks: place === 0 ? 'own' : place > 0 ? 'redirect' : 'former',
    isShown,
    date: dateOfFile(date === null ? undefined : imported?.[date]?.from, path),
    archive,
    path,
  };
};
