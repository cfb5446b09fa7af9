import fc from 'fast-check';
import { makeSlug } from '../../../../../src/plugins/permalinks/server/src/core/slugs/make-slug';

const pinyin = { mode: 'pinyin', maxLength: 100 } as const;
const unicode = { mode: 'unicode', maxLength: 100 } as const;
const ascii = { mode: 'ascii', maxLength: 100 } as const;

describe('a slug by pinyin', () => {
  it.each([
    ['重庆银行行长', 'chong-qing-yin-hang-hang-zhang'],
    ['朝阳区长跑', 'chao-yang-qu-zhang-pao'],
    ['绿色旅行', 'lv-se-lv-xing'],
    ['【快讯】5G手机 涨10.5%！', 'kuai-xun-5g-shou-ji-zhang-10-5-percent'],
    ['ＡＢＣ１２３', 'abc123'],
    ['日本語かな', 'ri-ben-yu-kana'],
    ['𠮷野家', 'ji-ye-jia'],
    ['Привет, мир', 'privet-mir'],
    ['Ελληνικά', 'ellinika'],
    ["Don't stop — it’s café time", 'dont-stop-its-cafe-time'],
    ['AT&T', 'at-and-t'],
    ['  --a__b--  ', 'a-b'],
  ])('reads %s in its context', (title, slug) => {
    expect(makeSlug(title, pinyin)).toBe(slug);
  });

  it('is empty when nothing can be kept', () => {
    for (const title of ['', '   ', '……', '！？', '\u0000'])
      expect(makeSlug(title, pinyin)).toBe('');
  });

  it('is lower-case words joined by single hyphens, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (title) => {
        expect(makeSlug(title, pinyin)).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/);
      })
    );
  });

  it('is never longer than its limit, and ends at a word', () => {
    const title = '中华人民共和国'.repeat(20);
    for (const maxLength of [10, 11, 12, 13, 57, 100]) {
      const slug = makeSlug(title, { mode: 'pinyin', maxLength });
      expect(slug.length).toBeLessThanOrEqual(maxLength);
      const whole = makeSlug(title, { mode: 'pinyin', maxLength: 10_000 });
      expect(whole.startsWith(`${slug}-`)).toBe(true);
    }
  });

  it('cuts a word that is longer than the limit', () => {
    expect(makeSlug('a'.repeat(300), pinyin)).toBe('a'.repeat(100));
  });

  it('takes no longer for a title of a megabyte', () => {
    expect(makeSlug('国'.repeat(1_000_000), pinyin).length).toBeLessThanOrEqual(100);
    expect(makeSlug('𠮷'.repeat(1_000_000), unicode)).toHaveLength(200);
  });
});

describe('a slug by Jekyll’s own rule', () => {
  it.each([
    ['习近平：“新时代”讲话', '习近平-新时代-讲话'],
    ['Hello, World!', 'hello-world'],
    ['--Ünïcode--  名', 'ünïcode-名'],
  ])('keeps the letters of %s', (title, slug) => {
    expect(makeSlug(title, unicode)).toBe(slug);
  });

  it('never cuts a character in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (title) => {
        expect(makeSlug(title, { mode: 'unicode', maxLength: 10 })).not.toMatch(/\p{Surrogate}/u);
      })
    );
  });
});

describe('an ASCII slug', () => {
  it('keeps Latin letters, and leaves Chinese out', () => {
    expect(makeSlug('Café Größe', ascii)).toBe('cafe-grosse');
    expect(makeSlug('习近平：“新时代”讲话', ascii)).toBe('');
    expect(makeSlug('中国 iPhone 发布', ascii)).toBe('iphone');
  });
});
