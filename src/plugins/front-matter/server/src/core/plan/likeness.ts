/**
 * How much two texts have in common: Sørensen and Dice's measure, twice what both have by what each
 * has. Words would not do: Chinese puts no blank between them.
 */

/** Adds up how often each pair of neighbouring characters stands in a text. */
const pairsOf = (text: string): Map<string, number> => {
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < text.length; at += 1) {
    const pair = text.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
};

/**
 * How alike two short texts are, as slugs: from 0 to 1, by their pairs of characters, whatever
 * their case. What is too short to have a pair is like itself alone.
 */
export const nameLikeness = (one: string, other: string): number => {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  if (a === b) return 1;
  const pairs = pairsOf(a);
  let common = 0;
  for (const [pair, times] of pairsOf(b)) common += Math.min(times, pairs.get(pair) ?? 0);
  const all = Math.max(a.length - 1, 0) + Math.max(b.length - 1, 0);
  return all === 0 ? 0 : (2 * common) / all;
};

/** How much of a body is looked at, in UTF-16 units: a sketch is to take a few milliseconds. */
const LOOKED_AT = 16 * 1024;

/** UTF-16 units of a piece: pairs of letters are the same in all of a language's texts. */
const PIECE = 5;

/** How many pieces of a body are kept: of some six kilobytes all, of longer ones a fair sample. */
const KEPT = 1024;

/** What is kept of a body to compare it by, at most four kilobytes. */
export interface Sketch {
  /** The smallest hashes of its pieces, ascending, each once. */
  readonly hashes: Uint32Array;
  /** How many pieces it has in all. */
  readonly pieces: number;
}

/** FNV-1a of a piece's code units, mixed: which hashes are small is to be chance. */
const hashPiece = (text: string, at: number): number => {
  let value = 0x811c9dc5;
  for (let index = at; index < at + PIECE; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
};

/** Letters and digits in lower case, one blank between words; markup and punctuation are no text. */
const wordsOf = (body: string): string =>
  body
    .slice(0, LOOKED_AT)
    .normalize('NFC')
    .toLowerCase()
    .replace(/<[^<>]*>/g, ' ')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

/** Takes a sketch of a body: every five neighbouring characters of its words are a piece. */
export const sketchOf = (body: string): Sketch => {
  const text = wordsOf(body);
  const count = Math.max(text.length - PIECE + 1, 0);
  const all = new Uint32Array(count);
  for (let at = 0; at < count; at += 1) all[at] = hashPiece(text, at);
  all.sort();
  let pieces = 0;
  for (const hash of all) {
    if (pieces > 0 && hash === all[pieces - 1]) continue;
    all[pieces] = hash;
    pieces += 1;
  }
  return { hashes: all.slice(0, Math.min(pieces, KEPT)), pieces };
};

/** The largest hash up to which a sketch has every piece. */
const reach = ({ hashes, pieces }: Sketch): number =>
  pieces > hashes.length ? (hashes.at(-1) ?? 0) : Infinity;

/** What two bodies have in common. */
export interface Likeness {
  /** Sørensen's and Dice's measure, from 0 to 1. */
  readonly likeness: number;
  /** How much of the shorter one the longer one has, from 0 to 1. */
  readonly contained: number;
}

/**
 * How alike two bodies are: exactly for those that are kept whole, else as their samples are, some
 * three hundredths more or less.
 */
export const compareBodies = (a: Sketch, b: Sketch): Likeness => {
  const end = Math.min(reach(a), reach(b));
  let [inA, inB, common] = [0, 0, 0];
  for (;;) {
    const first = a.hashes[inA] ?? Infinity;
    const second = b.hashes[inB] ?? Infinity;
    const least = Math.min(first, second);
    if (least === Infinity || least > end) break;
    if (first === second) common += 1;
    if (first === least) inA += 1;
    if (second === least) inB += 1;
  }
  if (common === 0) return { likeness: 0, contained: 0 };
  return { likeness: (2 * common) / (inA + inB), contained: common / Math.min(inA, inB) };
};
