import fc from 'fast-check';
import { hashValue } from '../../../../src/plugins/newsroom/server/src/core/hash-value';
import {
  comparable,
  mergeSave,
  type Present,
} from '../../../../src/plugins/newsroom/server/src/core/merge-save';
import {
  parseReading,
  type Reading,
  readingOf,
} from '../../../../src/plugins/newsroom/server/src/core/reading';

type Values = Readonly<Record<string, unknown>>;

const NAMES = ['title', 'body', 'date', 'seo', '__proto__x'];

const value = fc.oneof(
  fc.constantFrom(null, '', 'a', 'b', 1, true),
  fc.array(fc.constantFrom('x', 'y'), { maxLength: 2 }),
  fc.record({ a: fc.constantFrom(1, 2), b: fc.constantFrom('x', null) })
);
const values: fc.Arbitrary<Values> = fc.record(
  Object.fromEntries(NAMES.map((name) => [name, value]))
);

const read = (of: Values): Reading => {
  const hashes = Object.entries(of).map(([name, own]) => [name, hashValue(own)] as const);
  const reading = readingOf(Object.fromEntries(hashes));
  if (reading === null) throw new Error('there is room for these');
  return reading;
};
const present = (of: Values): ReadonlyMap<string, Present> =>
  new Map(Object.entries(of).map(([name, own]) => [name, { kind: 'value', hash: hashValue(own) }]));
const equal = (one: unknown, other: unknown): boolean => hashValue(one) === hashValue(other);

describe('a save that is compared', () => {
  it('writes what its editor alone has changed, keeps what others have, and refuses what both did', () => {
    fc.assert(
      fc.property(values, values, values, (before, own, now) => {
        const { data, conflicts } = mergeSave(own, read(before), present(now));
        for (const name of NAMES) {
          const [was, mine, theirs] = [before[name], own[name], now[name]];
          const isConflict = !equal(mine, was) && !equal(theirs, was) && !equal(mine, theirs);
          expect([name, conflicts.includes(name)]).toEqual([name, isConflict]);
          if (isConflict) continue;
          // As three versions are merged.
          const merged = equal(mine, was) ? theirs : mine;
          expect(equal(name in data ? data[name] : theirs, merged)).toBe(true);
          if (equal(mine, was)) expect(name in data).toBe(false);
        }
      })
    );
  });

  it('leaves alone what was not read, or cannot be compared', () => {
    const { data, conflicts } = mergeSave(
      { title: 'own', locale: 'en', extra: 1 },
      read({ title: 'before' }),
      present({ extra: 2 })
    );
    expect([data, conflicts]).toEqual([{ title: 'own', locale: 'en', extra: 1 }, []]);
  });

  it.each([
    [{ connect: [], disconnect: [] }, false],
    [{}, false],
    [{ connect: [{ id: 1 }], disconnect: [] }, true],
    [{ connect: [], disconnect: [{ id: 1 }] }, true],
    [{ set: [] }, true],
    [[], true],
    [null, true],
  ])('knows whether a relation was touched by %j', (sent, isTouched) => {
    const before = { tags: ['a'] };
    const now = new Map([['tags', { kind: 'relation' as const, hash: hashValue(['a']) }]]);
    expect('tags' in mergeSave({ tags: sent }, read(before), now).data).toBe(isTouched);
    const changed = new Map([['tags', { kind: 'relation' as const, hash: hashValue(['b']) }]]);
    expect(mergeSave({ tags: sent }, read(before), changed).conflicts).toEqual(
      isTouched ? ['tags'] : []
    );
  });

  it('compares components as they are read with what a form makes of them', () => {
    const file = { id: 7, mime: 'image/png', hash: 'x', url: '/x.png', name: 'x' };
    const read = {
      id: 1,
      text: 'a',
      none: null,
      links: { count: 2 },
      parts: [{ id: 2, cover: file, size: null }],
    };
    const sent = {
      id: 1,
      text: 'a',
      links: { connect: [], disconnect: [] },
      parts: [{ id: 2, cover: { ...file, name: 'y' }, __temp_key__: 'a0' }],
    };
    const same = (one: unknown, other: unknown): boolean =>
      equal(comparable('component', one), comparable('component', other));
    expect(same(read, sent)).toBe(true);
    expect(same(read, { ...sent, text: 'b' })).toBe(false);
    expect(same(read, { ...sent, parts: [] })).toBe(false);
    expect(same(read, { ...sent, parts: [{ ...sent.parts[0], cover: { ...file, id: 8 } }] })).toBe(
      false
    );
    expect(same(read, { ...sent, links: { connect: [{ id: 3 }], disconnect: [] } })).toBe(false);
  });

  it('compares files by which they are', () => {
    const now = new Map([['cover', { kind: 'media' as const, hash: hashValue(7) }]]);
    const sent = { cover: { id: 7, name: 'renamed.png' } };
    expect(mergeSave(sent, read({ cover: 7 }), now)).toEqual({ data: {}, conflicts: [] });
  });
});

describe('a reading in a header', () => {
  it('is read as it was written', () => {
    const reading = read({ title: 'a', body: null });
    expect(parseReading(JSON.stringify(reading))).toEqual(reading);
  });

  it('is none where no header has room for it', () => {
    const many = Array.from({ length: 500 }, (_, index) => [
      `attribute-${index}`,
      hashValue(index),
    ]);
    expect(readingOf(Object.fromEntries(many) as Record<string, string>)).toBeNull();
  });

  it('is nothing else', () => {
    const hash = hashValue(1);
    for (const text of [
      '',
      'null',
      '{',
      '[]',
      '"a"',
      JSON.stringify({ version: hash }),
      JSON.stringify({ version: 'short', attributes: {} }),
      JSON.stringify({ version: hash, attributes: { title: 1 } }),
      JSON.stringify({ version: hash, attributes: null }),
    ]) {
      expect([text, parseReading(text)]).toEqual([text, null]);
    }
    fc.assert(fc.property(fc.string(), (text) => parseReading(text) === null));
  });
});
