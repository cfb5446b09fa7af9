import fc from 'fast-check';
import {
  compareBodies,
  nameSimilarity,
  sketchOf,
} from '../../../../../src/plugins/front-matter/server/src/core/plan/similarity';

const word = fc.constantFrom(
  'harbour',
  'ferry',
  'timetable',
  '渡轮',
  '时刻表',
  '港口',
  'a',
  '2022'
);
const text = fc.array(word, { maxLength: 400 }).map((words) => words.join(' '));
/** Words that hardly meet again: long enough not to be kept whole. */
const longText = fc
  .array(
    fc.string({ minLength: 3, maxLength: 9, unit: fc.constantFrom(...'abcdefghij港口渡轮时刻') }),
    { minLength: 600, maxLength: 900 }
  )
  .map((words) => words.join(' '));

const compare = (one: string, other: string) => compareBodies(sketchOf(one), sketchOf(other));
const like = (one: string, other: string): number => compare(one, other).similarity;

/** The plain measure, of every piece of both. */
const plainly = (one: string, other: string): number => {
  const shingles = (body: string): Set<string> => {
    const words = body.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
    return new Set(
      Array.from({ length: Math.max(words.length - 4, 0) }, (_, at) => words.slice(at, at + 5))
    );
  };
  const [a, b] = [shingles(one), shingles(other)];
  const common = [...a].filter((piece) => b.has(piece)).length;
  return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size);
};

describe('how alike two bodies are', () => {
  it('is a number from 0 to 1, the same both ways, and 1 for one and the same', () => {
    fc.assert(
      fc.property(fc.oneof(text, longText), fc.oneof(text, longText), (one, other) => {
        const similarity = like(one, other);
        expect(similarity).toBeGreaterThanOrEqual(0);
        expect(similarity).toBeLessThanOrEqual(1);
        expect(like(other, one)).toBe(similarity);
        if (sketchOf(one).shingles > 0) expect(like(one, one)).toBe(1);
      })
    );
  });

  it('is the Sørensen-Dice coefficient of all shingles, where bodies are not long', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(like(one, other)).toBeCloseTo(plainly(one, other), 10);
      })
    );
  });

  it('is a sample of it where they are long', () => {
    fc.assert(
      fc.property(longText, fc.nat({ max: 100 }), (one, percent) => {
        const words = one.split(' ');
        const kept = Math.floor((words.length * percent) / 100);
        const other = [...words.slice(0, kept), ...words.slice(kept).map((each) => `${each}!x`)];
        const exact = plainly(one.toLowerCase(), other.join(' ').toLowerCase());
        expect(Math.abs(like(one, other.join(' ')) - exact)).toBeLessThan(0.1);
      }),
      { numRuns: 30 }
    );
  });

  it('tells how much of the shorter one is in the longer one, too', () => {
    fc.assert(
      fc.property(longText, fc.integer({ min: 20, max: 100 }), (whole, percent) => {
        const draft = whole.slice(0, (whole.length * percent) / 100).trim();
        expect(compare(draft, whole).contained).toBe(1);
        expect(compare(whole, draft).contained).toBe(1);
      }),
      { numRuns: 30 }
    );
    expect(compare('渡轮六点开船', '图书馆下周闭馆').contained).toBe(0);
  });

  it('does not ask for markup, punctuation, spaces and case', () => {
    expect(like('<p>The ferry leaves at six.</p>', '# the  FERRY\n\nleaves, at *six*')).toBe(1);
    expect(like('<p>渡轮六点开船。</p>', '渡轮六点开船')).toBe(1);
  });

  it('tells apart what is written in the same letters', () => {
    const one = 'The council met on Monday and put off the vote on the new bridge until autumn.';
    const other = 'Our reader in the hills asks how to keep snails off lettuce without any poison.';
    expect(like(one, other)).toBeLessThan(0.1);
  });

  it('looks at no more than a body begins with', () => {
    const start = Array.from({ length: 20_000 }, (_, index) => `word${index}`).join(' ');
    expect(like(`${start} one end`, `${start} another end`)).toBe(1);
    expect(sketchOf(start).hashes.byteLength).toBeLessThanOrEqual(4096);
    const mixed = Array.from({ length: 60_000 }, (_, index) =>
      String.fromCharCode(0x4e00 + ((index * index) % 19_997))
    ).join('');
    expect(sketchOf(mixed).shingles).toBeLessThanOrEqual(16 * 1024);
  });
});

describe('how alike two slugs are', () => {
  it.each([
    ['teh-harbour-opens', 'the-harbour-opens', 0.8],
    ['hello-world', 'hello-brave-world', 0.6],
    ['渡轮改点', '渡轮又改点', 0.5],
  ])('is much for %s and %s', (one, other, least) => {
    expect(nameSimilarity(one, other)).toBeGreaterThan(least);
  });

  it.each([
    ['the-harbour-opens', 'snails-in-lettuce'],
    ['渡轮改点', '图书馆闭馆'],
    ['a', 'b'],
    ['', 'b'],
  ])('is little for %s and %s', (one, other) => {
    expect(nameSimilarity(one, other)).toBeLessThan(0.3);
  });

  it('is a number from 0 to 1, the same both ways, and 1 for one and the same', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const similarity = nameSimilarity(one, other);
        expect(similarity).toBeGreaterThanOrEqual(0);
        expect(similarity).toBeLessThanOrEqual(1);
        expect(nameSimilarity(other, one)).toBe(similarity);
        expect(nameSimilarity(one, one)).toBe(1);
      })
    );
  });
});
