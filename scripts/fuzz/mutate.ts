/** What breaks headers: YAML's indicators, ends of blocks, quotes, zones, bytes of other encodings. */
const PIECES = [
  '---\n',
  '...\n',
  '\n',
  '\r\n',
  '\r',
  '\t',
  ' ',
  ': ',
  ':',
  '- ',
  '#',
  ' #',
  '"',
  "'",
  '\\',
  '[',
  ']',
  '{',
  '}',
  '&a ',
  '*a',
  '<<: *a\n',
  '!',
  '!!set ',
  '!ruby/object:A ',
  '|\n',
  '>-\n',
  '%',
  '@',
  '`',
  ',',
  '? ',
  '~',
  'null',
  'yes',
  '0x',
  '1e9',
  '.inf',
  '12:30',
  '2022-02-30',
  '2022-02-17 25:61:61 +9999',
  '\u0000',
  '\ufeff',
  '\ufffd',
  '\u0085',
  '\u2028',
  '\u3000',
  '：',
  '，',
  '“',
  '中',
  '\u{1f389}',
  'title:',
  'date: ',
  'categories: ',
  'permalink: /:',
  'slug: ',
  '{% raw %}',
  '{{',
  '![](',
  '<img src=',
  '__proto__: ',
];

/** A random number below a bound, the same for the same seed and run. */
export type Random = (below: number) => number;

/** A small generator of 32 bits (mulberry32): a case is known by its seed and its number. */
export function randomOf(seed: number, run: number): Random {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(run + 1, 0x85ebca6b)) >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** A file of the corpus with one to six changes, most of them in its header. */
export function mutate(corpus: readonly Buffer[], random: Random): Buffer {
  let bytes = pick(corpus, random);
  const changes = 1 + random(6);
  for (let change = 0; change < changes; change += 1) bytes = mutateOnce(bytes, corpus, random);
  return bytes;
}

function mutateOnce(bytes: Buffer, corpus: readonly Buffer[], random: Random): Buffer {
  const at = random(Math.min(bytes.length, random(4) === 0 ? bytes.length : 300) + 1);
  const length = random(random(8) === 0 ? 200 : 8);
  const before = bytes.subarray(0, at);
  const after = bytes.subarray(at);
  switch (random(6)) {
    case 0:
      return Buffer.concat([before, Buffer.from(pick(PIECES, random)), after]);
    case 1:
      return Buffer.concat([before, after.subarray(length)]);
    case 2:
      return Buffer.concat([before, after.subarray(0, length), after]);
    case 3:
      return Buffer.concat([before, Buffer.from([random(256)]), after.subarray(1)]);
    case 4:
      return Buffer.concat([
        before,
        Buffer.from(pick(PIECES, random).repeat(1 + random(60))),
        after,
      ]);
    default:
      return Buffer.concat([before, pick(corpus, random).subarray(random(300))]);
  }
}

function pick<T>(list: readonly T[], random: Random): T {
  const item = list[random(list.length)];
  if (item === undefined) throw new Error('there is nothing to pick from');
  return item;
}
