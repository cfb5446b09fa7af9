/** Counts the pairs of neighbouring characters of a text: Chinese has no spaces to find words by. */
const pairsOf = (text: string): Map<string, number> => {
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < text.length; at += 1) {
    const pair = text.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
};

/**
 * The similarity of two short texts such as slugs, from 0 to 1: the Sørensen-Dice coefficient of their
 * pairs of characters, case ignored. A text too short to have a pair is similar to itself alone.
 */
export const nameSimilarity = (one: string, other: string): number => {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  if (a === b) return 1;
  const pairs = pairsOf(a);
  let common = 0;
  for (const [pair, times] of pairsOf(b)) common += Math.min(times, pairs.get(pair) ?? 0);
  const all = Math.max(a.length - 1, 0) + Math.max(b.length - 1, 0);
  return all === 0 ? 0 : (2 * common) / all;
};

/** UTF-16 units of a body that are compared, so that a sketch takes a few milliseconds. */
const MAX_LENGTH = 16 * 1024;

/** UTF-16 units of a shingle: shorter ones occur in all texts of a language. */
const SHINGLE = 5;

/** Shingles of a body that are kept: all of some six kilobytes, a random sample of longer ones. */
const KEPT = 1024;

/** A MinHash sketch of a body: at most four kilobytes by which it is compared. */
export interface Sketch {
  /** The smallest hashes of its shingles, ascending, each once. */
  readonly hashes: Uint32Array;
  /** How many different shingles it has in all. */
  readonly shingles: number;
}

/** FNV-1a of a shingle's code units, mixed, so that the smallest hashes are a random sample. */
const hashShingle = (text: string, at: number): number => {
  let value = 0x811c9dc5;
  for (let index = at; index < at + SHINGLE; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
};

/** Letters and digits in lower case, one space between words, without markup and punctuation. */
const wordsOf = (body: string): string =>
  body
    .slice(0, MAX_LENGTH)
    .normalize('NFC')
    .toLowerCase()
    .replace(/<[^<>]*>/g, ' ')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

/** Takes a sketch of a body: every five neighbouring characters of its words are a shingle. */
export const sketchOf = (body: string): Sketch => {
  const text = wordsOf(body);
  const count = Math.max(text.length - SHINGLE + 1, 0);
  const all = new Uint32Array(count);
  for (let at = 0; at < count; at += 1) all[at] = hashShingle(text, at);
  all.sort();
  let shingles = 0;
  for (const hash of all) {
    if (shingles > 0 && hash === all[shingles - 1]) continue;
    all[shingles] = hash;
    shingles += 1;
  }
  return { hashes: all.slice(0, Math.min(shingles, KEPT)), shingles };
};

/** The largest hash up to which a sketch has every shingle. */
const reach = ({ hashes, shingles }: Sketch): number =>
  shingles > hashes.length ? (hashes.at(-1) ?? 0) : Infinity;

/** How similar two bodies are. */
export interface Similarity {
  /** Sørensen-Dice coefficient, from 0 to 1. */
  readonly similarity: number;
  /** How much of the shorter one the longer one has, from 0 to 1. */
  readonly contained: number;
}

/**
 * Compares two bodies: exactly where all of their shingles are kept, else by samples, with an error of
 * some three hundredths.
 */
export const compareBodies = (a: Sketch, b: Sketch): Similarity => {
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
  if (common === 0) return { similarity: 0, contained: 0 };
  return { similarity: (2 * common) / (inA + inB), contained: common / Math.min(inA, inB) };
};
