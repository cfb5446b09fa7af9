import { digestStatus, STATUS } from './digest-post';
import type { ImportedValues } from './merge-values';

/** What decides which of the posts that ask for an address is shown there. */
export interface Standing {
  /** As the post's own address; by `redirect_from`; or in an earlier run, and not any more. */
  readonly asks: 'own' | 'redirect' | 'former';
  /** Whether the file has the post shown. */
  readonly isShown: boolean;
  /** Milliseconds since the epoch; null where none is known. */
  readonly date: number | null;
  readonly archive: string;
  readonly path: string;
}

/** Why one post goes before another. */
export type Reason = 'shown' | 'asks' | 'own' | 'newer' | 'path';

const UNDATED = -Infinity;

const compareTexts = (a: string, b: string): number =>
  Buffer.compare(Buffer.from(a), Buffer.from(b));

/**
 * Tells which of two posts an address is: positive for the first. The reason is what decided.
 *
 * 1. What the generator does not show has no address there.
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
  const order = compareTexts(a.path, b.path) || compareTexts(a.archive, b.archive);
  return { order, reason: 'path' };
};

/** What the ledger has of a file: addresses in the order asked for, its own first. */
export interface Asking {
  readonly archive: string;
  readonly path: string;
  readonly paths: readonly string[] | null;
  readonly imported: ImportedValues | null;
}

/** The day in the name of a post's file. */
const dayIn = (path: string): number | null => {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const [, day] = /^(\d{4}-\d{1,2}-\d{1,2})-/.exec(name) ?? [];
  if (day === undefined) return null;
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return Date.UTC(year, month - 1, date);
};

/** The date that a file gave its document; a digest of a value so short is the value itself. */
const dateOf = ({ imported, path }: Asking, date: string | null): number | null => {
  const from = date === null ? undefined : imported?.[date]?.from;
  const time = from?.startsWith('"') === true ? Date.parse(from.slice(1)) : NaN;
  return Number.isNaN(time) ? dayIn(path) : time;
};

/**
 * The standing of a file among those that ask for an address.
 *
 * @param address in its one form, which `addressOf` gives
 * @param date the attribute that dates a document; null where there is none
 */
export const standingOf = (
  file: Asking,
  address: string,
  addressOf: (path: string) => string | null,
  date: string | null
): Standing => {
  const place = (file.paths ?? []).findIndex((path) => addressOf(path) === address);
  return {
    asks: place === 0 ? 'own' : place > 0 ? 'redirect' : 'former',
    isShown: file.imported?.[STATUS]?.from !== digestStatus(false),
    date: dateOf(file, date),
    archive: file.archive,
    path: file.path,
  };
};
