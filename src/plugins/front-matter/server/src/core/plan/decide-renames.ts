import { areNumbered, type RenameCandidate, type ComparedFile } from './find-rename-candidates';
import { compareBodies, type Sketch } from './similarity';

/** A new file and one that is gone, and how similar their texts are. */
export interface Resemblance {
  /** The key of the new file's record. */
  readonly file: string;
  /** The key of the record of the file that is gone. */
  readonly gone: string;
  /** Where that file was. */
  readonly path: string;
  /** Of the bodies, from 0 to 1. */
  readonly similarity: number;
  /** Whether that is enough to take one for the other, as long as neither resembles a third. */
  readonly isSure: boolean;
}

/** A body of fewer shingles proves nothing: two posts may hold the same short line. */
const MIN_SHINGLES = 100;

/** Where name and title differ, a body of fewer may be a credit or a footer of many posts. */
const MIN_SHINGLES_ALONE = 500;

/** How similar bodies have to be. */
interface Threshold {
  /** From here on one file is taken for the other. */
  readonly sure: number;
  /** From here on it may be. */
  readonly doubtful: number;
}

/**
 * By what makes a file a candidate. Measured on the histories of a dozen archives, in English and Chinese:
 * renamed posts had mostly more than 0.97; two posts of one title and slug, as those of a weekly
 * column, 0.4 at most; two of one day with similar names up to 0.84, and up to 0.98 where their
 * numbers differed, as those of releases.
 */
const BY_NAME_AND_TITLE: Threshold = { sure: 0.6, doubtful: 0.4 };
const BY_TITLE: Threshold = { sure: 0.8, doubtful: 0.5 };
const BY_NAME: Threshold = { sure: 0.9, doubtful: 0.5 };
const BY_PLACE: Threshold = { sure: 0.95, doubtful: 0.6 };

/**
 * The same of how much of the shorter body is in the longer one, where name and title are alike:
 * of drafts that were finished, 0.95 and more; of two posts, half at most.
 */
const CONTAINED: Threshold = { sure: 0.9, doubtful: 0.6 };

/**
 * From here on a file of another date is taken for the same: a notice of the next day, a menu of
 * the next week, the holiday hours of the next year had up to 0.95.
 */
const OF_ANOTHER_DATE = 0.98;

const SAME = { similarity: 1, contained: 1 };

type Reasons = Omit<RenameCandidate<ComparedFile>, 'gone'>;

/** What is compared of a file and its candidate. */
export interface FileText {
  readonly title: string;
  /** Of the body. */
  readonly sketch: Sketch;
}

const thresholdOf = ({ byName, byTitle, isNumbered }: Reasons): Threshold => {
  if (byTitle) return byName && !isNumbered ? BY_NAME_AND_TITLE : BY_TITLE;
  return byName ? BY_NAME : BY_PLACE;
};

/** Whether name and title are so alike that a short body is enough. */
const isSupported = ({ byName, byTitle, isNumbered, isDated }: Reasons): boolean =>
  !isNumbered && ((byName && byTitle) || ((byName || byTitle) && !isDated));

/**
 * Compares the texts of a new file and of a candidate.
 *
 * @param one the new file's
 * @param other of the document that the other became; null where it was deleted
 * @returns null where they are two posts
 */
export const judge = (
  candidate: Reasons,
  one: FileText,
  other: FileText | null
): Pick<Resemblance, 'similarity' | 'isSure'> | null => {
  const isNumbered =
    candidate.isNumbered || (other !== null && areNumbered(one.title, other.title));
  const reasons = { ...candidate, isNumbered };
  const { byName, byTitle, byBody, isDated, isCrowded } = reasons;
  // An editor may have changed the text since: it is the archive's that has stayed.
  const sketch = byBody ? one.sketch : other?.sketch;
  if (sketch === undefined) return null;
  const { similarity, contained } = byBody ? SAME : compareBodies(one.sketch, sketch);
  const threshold = thresholdOf(reasons);
  const speaksFor = (kind: keyof Threshold): boolean =>
    similarity >= threshold[kind] ||
    (threshold === BY_NAME_AND_TITLE && contained >= CONTAINED[kind]);
  const shingles = Math.min(one.sketch.shingles, sketch.shingles);
  const isMute = shingles < MIN_SHINGLES && !(byName && byTitle);
  if (isMute || !speaksFor('doubtful')) return null;
  const isLong = shingles >= (isSupported(reasons) ? MIN_SHINGLES : MIN_SHINGLES_ALONE);
  const isAnother = isDated ? similarity < OF_ANOTHER_DATE : isNumbered && !byTitle && !byBody;
  return { similarity, isSure: speaksFor('sure') && isLong && !isAnother && !isCrowded };
};

/** What a new file is taken for, or may be. */
export type Match = Pick<Resemblance, 'gone' | 'path' | 'similarity'>;

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
 * Takes a new file for one that is gone where that is sure and neither resembles any other. All
 * resemblances of an archive have to be known; their order does not matter.
 */
export const decideRenames = (resemblances: readonly Resemblance[]): Renames => {
  const byFile = groupBy(resemblances, ({ file }) => file);
  const byGone = groupBy(resemblances, ({ gone }) => gone);
  const moves = new Map<string, Match>();
  const doubts = new Map<string, readonly Match[]>();
  for (const [file, found] of byFile) {
    const matches = found
      .map(({ gone, path, similarity }): Match => ({ gone, path, similarity }))
      .sort((a, b) => b.similarity - a.similarity || (a.path < b.path ? -1 : 1));
    const [first] = found;
    const isOnly =
      first !== undefined && found.length === 1 && byGone.get(first.gone)?.length === 1;
    const [match] = matches;
    if (isOnly && first.isSure && match !== undefined) moves.set(file, match);
    else doubts.set(file, matches);
  }
  return { moves, doubts };
};
