import fc from 'fast-check';
import { DateTime } from 'luxon';
import {
  parsePath,
  parsePattern,
  renderPath,
} from '../../../../../src/plugins/permalinks/server/src/core/paths/path-pattern';
import { canonicalAddress } from '../../../../../src/plugins/permalinks/server/src/core/addresses/canonical-address';

const zone = 'Asia/Shanghai';
const facts = {
  slug: 'NW202202172279266059',
  date: DateTime.fromISO('2022-02-17T00:35:15.000Z', { zone }),
  categories: ['rizhaoribao'],
  locale: null,
};
const standard = '/:categories/:year/:month/:day/:slug.html';
const render = (pattern: string, more: Partial<typeof facts> = {}) =>
  renderPath(parsePattern(pattern), { ...facts, ...more });

describe('a path', () => {
  it.each([
    [standard, '/rizhaoribao/2022/02/17/NW202202172279266059.html'],
    ['date', '/rizhaoribao/2022/02/17/NW202202172279266059.html'],
    ['pretty', '/rizhaoribao/2022/02/17/NW202202172279266059/'],
    ['ordinal', '/rizhaoribao/2022/048/NW202202172279266059.html'],
    ['weekdate', '/rizhaoribao/2022/W07/Thu/NW202202172279266059.html'],
    ['none', '/rizhaoribao/NW202202172279266059.html'],
    [
      '/:short_year-:i_month-:i_day/:long_month/:long_day/:hour:minute:second/:title',
      '/22-2-17/February/Thursday/083515/NW202202172279266059',
    ],
  ])('follows %s', (pattern, path) => {
    expect(render(pattern)).toBe(path);
  });

  it('is dated in the zone it is given', () => {
    const evening = DateTime.fromISO('2022-02-16T16:30:00.000Z', { zone });
    expect(render(standard, { date: evening })).toContain('/2022/02/17/');
  });

  it('has its categories lower-cased and once, and no double slash without any', () => {
    expect(render(standard, { categories: ['TechWeb', 'techweb', 'b'] })).toMatch(
      /^\/techweb\/b\/2022/
    );
    expect(render(standard, { categories: [] })).toMatch(/^\/2022\//);
  });

  it('is percent-encoded as Jekyll has it', () => {
    expect(render('/:slug', { slug: "中 国$&'()*+,;=:@!~" })).toBe(
      "/%E4%B8%AD%20%E5%9B%BD$&'()*+,;=:@!~"
    );
  });

  it('is nothing without the date that its pattern asks for', () => {
    expect(renderPath(parsePattern(standard), { ...facts, date: null })).toBeNull();
    expect(renderPath(parsePattern('/x/:slug'), { ...facts, date: null })).toBe(
      '/x/NW202202172279266059'
    );
  });
});

describe('a pattern', () => {
  it.each([
    ['x/:slug', 'has to begin with "/"'],
    ['/:slug/index.html', 'has to end in "/"'],
    ['/:year', 'has to have :slug'],
    ['/:slug/:title', 'has to have :slug'],
    ['/:slug/:colour', 'a word is not known'],
    ['/x:categories/:slug', 'has to stand alone'],
    ['/:categories/:slugified_categories/:slug', 'may have :categories once'],
  ])('is refused when no address could be read back: %s', (pattern, message) => {
    expect(() => parsePattern(pattern)).toThrow(message);
  });
});

describe('reading an address back', () => {
  const parse = (pattern: string, address: string) => parsePath(parsePattern(pattern), address);

  it('finds the slug, whatever the category and the day', () => {
    for (const address of [
      '/rizhaoribao/2022/02/17/a.b.html',
      '/other/names/1999/12/31/a.b.html',
      '/2022/02/17/a.b.html',
    ]) {
      expect(parse(standard, address)).toEqual({ slug: 'a.b', locale: null });
    }
  });

  it('finds the locale when the pattern names it', () => {
    expect(parse('/:locale/:slug', '/zh-Hans/a')).toEqual({ slug: 'a', locale: 'zh-Hans' });
  });

  it('finds nothing in an address of another form', () => {
    for (const address of ['/', '/2022/02/17', '/x/2022/2/17/a.html', '/x/2022/02/17/a.htm']) {
      expect(parse(standard, address)).toBeNull();
    }
    expect(parse('/category/:slug.html', '/x/category/a.html')).toBeNull();
    expect(parse('/category/:slug.html', '/categoryXa.html')).toBeNull();
  });

  it('gives the slug that was rendered, for any slug', () => {
    const slug = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .map((text) => text.normalize('NFC'))
      .filter((text) => !/[\p{Cc}\p{Surrogate}/\\?#%]/u.test(text) && text.trim() === text);
    fc.assert(
      fc.property(
        slug,
        fc.constantFrom(standard, 'pretty', 'none', '/p/:year-:slug', '/:slug/:month'),
        fc.date({ min: new Date('1971-01-01'), max: new Date('2999-01-01'), noInvalidDate: true }),
        (text, name, date) => {
          fc.pre(!text.startsWith('-') && text !== 'index.html' && text !== 'index');
          const pattern = parsePattern(name);
          const path = renderPath(pattern, {
            ...facts,
            slug: text,
            date: DateTime.fromJSDate(date, { zone }),
          });
          expect(parsePath(pattern, canonicalAddress(path ?? '') ?? '')?.slug).toBe(text);
        }
      )
    );
  });
});
