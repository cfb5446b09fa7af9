import type { ImportedValues } from './merge-values';

/** What decides which of the posts that ask for an address is shown there. */
export interface Standing {
  /** As the post's own address; by `redirect_from`; or in an earlier run, and not any more. */
  readonly asks: 'own' | 'redirect' | 'former';
  /** Whether visitors see the post. */
  readonly isShown: boolean;
  /** Milliseconds since the epoch; null where none is known. */
  readonly date: number | null;
  readonly archive: string;
  readonly path: string;
}

/** Why one post goes before another. */
export type Reason = 'shown' | 'asks' | 'own' | 'newer' | 'path' | 'archive';

const UNDATED = -Infinity;

const compareTexts = (a: string, b: string): number =>
  Buffer.compare(Buffer.from(a), Buffer.from(b));

/**
 * Tells which of two posts an address is: positive for the first. The reason is what decided.
 *
 * 1. A post that visitors do not see has no address.
 * 2. A post that asks for the address goes before one that had it once: it is elsewhere now.
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

/** The day in the name of a post's file. */
const dayIn = (path: string): number | null => {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const [, day] = /^(\d{4}-\d{1,2}-\d{1,2})-/.exec(name) ?? [];
  if (day === undefined) return null;
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return Date.UTC(year, month - 1, date);
};

/**
 * The date that a file gave its document, in milliseconds since the epoch; that of its name, where
 * it gave none.
 *
 * @param digest of the value, which for one so short is the value itself
 */
export const dateOfFile = (digest: string | undefined, path: string): number | null => {
  const time = digest?.startsWith('"') === true ? Date.parse(digest.slice(1)) : NaN;
  return Number.isNaN(time) ? dayIn(path) : time;
};

/** What the ledger has of a file: addresses in the order asked for, its own first. */
export interface Asking {
  readonly archive: string;
  readonly path: string;
  readonly paths: readonly string[] | null;
  readonly imported: ImportedValues | null;
}

/** What is known of the site on which a file has its place. */
interface Surroundings {
  /** The one form of an address; null for none. */
  readonly addressOf: (path: string) => string | null;
  /** The attribute that dates a document; null where there is none. */
  readonly date: string | null;
  readonly isShown: boolean;
}

/**
 * The standing of a file among those that ask for an address.
 *
 * @param address in its one form
 */
export const standingOf = (
  { archive, path, paths, imported }: Asking,
  address: string,
  { addressOf, date, isShown }: Surroundings
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
