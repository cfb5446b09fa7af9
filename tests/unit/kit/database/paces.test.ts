import { startPaces } from '../../../../src/kit/src/database/engines/server/paces';

const LIST = { text: 'select * from posts order by title limit ?', searches: false };
const SEARCH = { text: 'select * from posts where title like ? limit ?', searches: true };

describe('the pace of a statement', () => {
  it('is new until it has been answered once', () => {
    const paces = startPaces();
    expect(paces.of(LIST)).toBe('new');
    paces.note(LIST, true);
    expect(paces.of(LIST)).toBe('quick');
  });

  it('is slow where it took too long again and again, until it has been quick for long', () => {
    const paces = startPaces();
    for (const _ of [1, 2, 3]) {
      expect(paces.of(LIST)).not.toBe('slow');
      paces.note(LIST, false);
    }
    expect(paces.of(LIST)).toBe('slow');
    for (let times = 0; times < 40; times += 1) paces.note(LIST, true);
    expect(paces.of(LIST)).toBe('quick');
  });

  it('is slow from the start where it looks into texts, unless these are few', () => {
    const paces = startPaces();
    expect(paces.of(SEARCH)).toBe('slow');
    paces.note(SEARCH, false);
    expect(paces.of(SEARCH)).toBe('slow');
    const small = startPaces();
    small.note(SEARCH, true);
    expect(small.of(SEARCH)).toBe('quick');
  });

  it('is slow again at once where a search for other words was, and quick once one is', () => {
    const paces = startPaces();
    for (let times = 0; times < 10; times += 1) paces.note(SEARCH, true);
    paces.note(SEARCH, false);
    expect(paces.of(SEARCH)).toBe('slow');
    paces.note(SEARCH, true);
    expect(paces.of(SEARCH)).toBe('quick');
  });

  it('is kept of those that are asked for, whatever else is', () => {
    const paces = startPaces();
    for (let other = 0; other < 5000; other += 1) {
      if (other % 1000 === 0) paces.note(LIST, true);
      paces.note({ text: `select ${other}`, searches: false }, true);
    }
    expect(paces.of(LIST)).toBe('quick');
    expect(paces.of({ text: 'select 0', searches: false })).toBe('new');
  });
});
