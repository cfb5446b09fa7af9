import fc from 'fast-check';
import {
  faultOf,
  isFormOf,
  repairSlug,
  tidySlug,
  withSuffix,
} from '../../../../../src/plugins/permalinks/server/src/core/slugs/given-slug';
import { chooseSlug } from '../../../../../src/plugins/permalinks/server/src/core/slugs/choose-slug';
import { defaultSlug } from '../../../../../src/plugins/permalinks/server/src/core/slugs/default-slug';

const rules = { mode: 'pinyin', maxLength: 100 } as const;
const anything = fc.string({ unit: 'binary', maxLength: 400 });

describe('a given slug', () => {
  it('keeps its case, dots and brackets', () => {
    for (const slug of ['NW202202172279266059', 'a.b', 'anxinguojizhengquan(xianggang)', '新闻']) {
      expect(tidySlug(slug)).toBe(slug);
      expect(faultOf(slug)).toBeNull();
    }
  });

  it.each([
    ['', 'empty'],
    ['.', 'dots'],
    ['..', 'dots'],
    ['a/b', 'forbidden-character'],
    ['a?b', 'forbidden-character'],
    ['a#b', 'forbidden-character'],
    ['a\\b', 'forbidden-character'],
    ['a\u0000b', 'forbidden-character'],
    ['\ud800', 'forbidden-character'],
    ['国'.repeat(256), 'too-long'],
  ])('is refused for what is wrong with it: %j', (slug, fault) => {
    expect(faultOf(slug)).toBe(fault);
  });

  it('can be stored once it is repaired, or is nothing', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const repaired = repairSlug(text);
        expect(repaired === '' || faultOf(repaired) === null).toBe(true);
      })
    );
  });

  it('is left alone by mending when nothing is wrong with it', () => {
    fc.assert(
      fc.property(anything.map(tidySlug), (slug) => {
        fc.pre(faultOf(slug) === null);
        expect(repairSlug(slug)).toBe(slug);
      })
    );
  });

  it('has room for a suffix, and is known by it', () => {
    expect(withSuffix('a', 2)).toBe('a-2');
    expect(Array.from(withSuffix('国'.repeat(255), 12))).toHaveLength(255);
    expect(isFormOf('a-12', 'a')).toBe(true);
    for (const other of ['a-', 'a-02', 'a-b', 'ab', 'a-2-3'])
      expect(isFormOf(other, 'a')).toBe(false);
  });
});

describe('what a document’s slug is to be', () => {
  const sources = { title: '日照日报', fallback: 'NW2022.1', documentId: 'id1' };

  it('is made when none is given, or what is given is as it would be made', () => {
    const made = { name: 'ri-zhao-ri-bao', stem: 'ri-zhao-ri-bao', origin: 'made' };
    for (const given of [undefined, null, '', '  ', 7]) {
      expect(chooseSlug(given, sources, rules)).toEqual(made);
    }
    expect(chooseSlug('ri-zhao-ri-bao-3', sources, rules)).toEqual({
      ...made,
      name: 'ri-zhao-ri-bao-3',
    });
  });

  it('is given otherwise', () => {
    expect(chooseSlug(' RiZhao ', sources, rules)).toEqual({
      name: 'RiZhao',
      stem: 'RiZhao',
      origin: 'given',
    });
  });

  it('falls back to the code as it is, then to the document’s id', () => {
    expect(defaultSlug({ ...sources, title: '……' }, rules)).toBe('NW2022.1');
    expect(defaultSlug({ ...sources, title: null, fallback: 'a/b' }, rules)).toBe('a-b');
    expect(defaultSlug({ ...sources, title: '', fallback: null }, rules)).toBe('id1');
    expect(defaultSlug({ ...sources, title: '', fallback: ' ' }, rules)).toBe('id1');
  });
});
