import fc from 'fast-check';
import { countKeys } from '../../../../../src/plugins/front-matter/server/src/core/keys/count-keys';
import { kindOfValue } from '../../../../../src/plugins/front-matter/server/src/core/keys/kind-of-value';
import type { JsonValue } from '../../../../../src/plugins/front-matter/server/src/core/post';

type File = Readonly<Record<string, JsonValue>>;

const counted = (files: readonly File[]) => {
  const counter = countKeys();
  for (const [index, file] of files.entries()) counter.add(`_posts/${index}.md`, file);
  return counter.counts();
};

const ofKey = (values: readonly JsonValue[]) =>
  counted(values.map((value) => ({ key: value }))).keys[0];

describe('the keys of an archive', () => {
  it('are counted with what they hold, and who says so', () => {
    const { files, keys, others } = counted([
      { title: '港口', subtitle: '开航' },
      { title: 2022, series: ['一', '二'] },
      { title: '港口', subtitle: null },
    ]);
    expect({ files, others }).toEqual({ files: 3, others: 0 });
    expect(keys).toEqual([
      {
        key: 'title',
        count: 3,
        kinds: { text: 2, number: 1 },
        longest: 4,
        values: ['港口', '2022'],
        examples: [
          { path: '_posts/0.md', text: '港口', isCut: false },
          { path: '_posts/1.md', text: '2022', isCut: false },
        ],
      },
      {
        key: 'subtitle',
        count: 2,
        kinds: { text: 1, empty: 1 },
        longest: 2,
        values: ['开航'],
        examples: [{ path: '_posts/0.md', text: '开航', isCut: false }],
      },
      {
        key: 'series',
        count: 1,
        kinds: { list: 1 },
        longest: 0,
        values: null,
        examples: [{ path: '_posts/1.md', text: '["一","二"]', isCut: false }],
      },
    ]);
  });

  it('hold texts that are dates to an attribute', () => {
    for (const date of ['2022-03-03', '2022-3-3', '2022-03-03T08:00:00+08:00', '2022-03-03 08:00'])
      expect(kindOfValue(date)).toBe('date');
    for (const text of ['2022', '2022-13-45', '0001-01-01', 'soon', '2022-03-03x', ''])
      expect(kindOfValue(text)).toBe('text');
    expect([true, 1, {}, [], null].map(kindOfValue)).toEqual([
      ...['boolean', 'number', 'map', 'list', 'empty'],
    ]);
  });

  it('add up in every split of the files, whatever they hold', () => {
    const file = fc.dictionary(
      fc.string({ maxLength: 3 }),
      fc.jsonValue() as fc.Arbitrary<JsonValue>
    );
    fc.assert(
      fc.property(fc.array(fc.array(file)), (batches) => {
        const sum = (parts: readonly ReturnType<typeof counted>[]) => {
          const totals: Record<string, number> = {};
          for (const { keys } of parts) {
            for (const { key, count } of keys) totals[`=${key}`] = (totals[`=${key}`] ?? 0) + count;
          }
          const others = parts.reduce((total, part) => total + part.others, 0);
          const files = parts.reduce((total, part) => total + part.files, 0);
          return { totals, others, files };
        };
        const whole = counted(batches.flat());
        expect(sum([whole])).toEqual(sum(batches.map(counted)));
        for (const { count, kinds } of whole.keys) {
          expect(Object.values(kinds).reduce((total, each) => total + each, 0)).toBe(count);
        }
        const all = batches.flat().reduce((total, each) => total + Object.keys(each).length, 0);
        expect(whole.keys.reduce((total, { count }) => total + count, whole.others)).toBe(all);
      })
    );
  });

  it('are five hundred at most, and the rest is counted together', () => {
    const files = Array.from({ length: 600 }, (_, index) => ({ [`key${index}`]: 1, title: 'x' }));
    const { keys, others } = counted(files);
    expect(keys).toHaveLength(500);
    expect(keys[1]).toMatchObject({ key: 'title', count: 600 });
    expect(others).toBe(101);
    expect(counted([{ ['x'.repeat(201)]: 1, 'a\0': 1, '\ud800': 1 }])).toMatchObject({
      keys: [],
      others: 3,
    });
  });

  it('have three different examples, cut to two hundred characters', () => {
    const long = '😀'.repeat(300);
    expect(ofKey(['a', 'a', 'b', long, 'd'])?.examples).toEqual([
      { path: '_posts/0.md', text: 'a', isCut: false },
      { path: '_posts/2.md', text: 'b', isCut: false },
      { path: '_posts/3.md', text: '😀'.repeat(200), isCut: true },
    ]);
    expect(ofKey(['a\0b\ud800'])?.examples[0]?.text).toBe('a\ufffdb\ufffd');
  });

  it('know their values as long as these are few and short', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => `v${index}`);
    expect(ofKey(many(20))?.values).toHaveLength(20);
    expect(ofKey(many(21))?.values).toBeNull();
    expect(ofKey(['x'.repeat(61)])).toMatchObject({ values: null, longest: 61 });
    expect(ofKey([null])).toMatchObject({ values: [], longest: 0, examples: [] });
  });
});
