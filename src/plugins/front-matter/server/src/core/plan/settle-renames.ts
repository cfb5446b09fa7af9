import type { Tie, TiedFile } from './find-ties';
import { bodyLikeness, type Sketch } from './likeness';

/** Why a new file may be one that is gone, and how far their bodies speak for it. */
export interface Resemblance {
  /** The key of the new file's record. */
  readonly file: string;
  /** The key of the record of the file that is gone. */
  readonly gone: string;
  /** Where that file was. */
  readonly path: string;
  /** Of the bodies, from 0 to 1. */
  readonly likeness: number;
  /** Whether that is enough to take one for the other, where no third is like them. */
  readonly isSure: boolean;
}

/** A body of fewer pieces says nothing: the same short line may stand in two posts. */
const TELLING = 100;

/** Likeness of bodies from which on a file is taken for one that is gone. */
const SURE = 0.8;
/** The same where both name and title speak for it. */
const SURE_BY_BOTH = 0.6;
/** Likeness from which on it may be. */
const DOUBTFUL = 0.4;

/**
 * Judges what two files that are tied have in common.
 *
 * @param one the new file's body
 * @param other the body of the document that the other became
 * @returns null where they are two posts
 */
export const judge = (
  { byName, byTitle, byBody, isNumbered }: Omit<Tie<TiedFile>, 'gone'>,
  one: Sketch,
  other: Sketch
): Pick<Resemblance, 'likeness' | 'isSure'> | null => {
  // An editor may have changed the text since: it is the archive's that has stayed.
  const likeness = byBody ? 1 : bodyLikeness(one, other);
  const isTelling = Math.min(one.pieces, byBody ? Infinity : other.pieces) >= TELLING;
  if (!isTelling) return byName && byTitle ? { likeness, isSure: false } : null;
  if (byBody) return { likeness, isSure: true };
  if (likeness < DOUBTFUL) return null;
  // The second part of a series may begin as the first does, and differ in its title as well.
  const isAnother = isNumbered && !byTitle;
  const enough = byName && byTitle ? SURE_BY_BOTH : SURE;
  return { likeness, isSure: !isAnother && likeness >= enough };
};

/** What a new file is taken for, or may be. */
export type Match = Pick<Resemblance, 'gone' | 'path' | 'likeness'>;

/** By the key of the new file. */
export interface Renames {
  /** Files that are gone, each taken for one new file. */
  readonly moves: ReadonlyMap<string, Match>;
  /** Files that a new one may be, the likeliest first. */
  readonly doubts: ReadonlyMap<string, readonly Match[]>;
}

export const NO_RENAMES: Renames = { moves: new Map(), doubts: new Map() };

const groupBy = <Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string
): Map<string, Item[]> => {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
};

/**
 * Takes a new file for one that is gone where that is sure, and neither is like any other. The
 * order of the resemblances has no part in it: all of an archive have to be known.
 */
export const settleRenames = (resemblances: readonly Resemblance[]): Renames => {
  const byFile = groupBy(resemblances, ({ file }) => file);
  const byGone = groupBy(resemblances, ({ gone }) => gone);
  const moves = new Map<string, Match>();
  const doubts = new Map<string, readonly Match[]>();
  for (const [file, found] of byFile) {
    const matches = found
      .map(({ gone, path, likeness }): Match => ({ gone, path, likeness }))
      .sort((a, b) => b.likeness - a.likeness || (a.path < b.path ? -1 : 1));
    const [first] = found;
    const isOnly =
      first !== undefined && found.length === 1 && byGone.get(first.gone)?.length === 1;
    const [match] = matches;
    if (isOnly && first.isSure && match !== undefined) moves.set(file, match);
    else doubts.set(file, matches);
  }
  return { moves, doubts };
};
