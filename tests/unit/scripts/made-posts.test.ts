import {
  CATEGORIES,
  LARGEST,
  type MadePost,
  makePost,
  RARE_WORD,
  slugOf,
  SMALLEST,
  TAGS,
} from '../../../scripts/bench/read/site/made-posts';

const POSTS = 4000;
const posts = Array.from({ length: POSTS }, (_, index) => makePost(index, POSTS));

const sizes = (of: (post: MadePost) => readonly number[], count: number): number[] =>
  Array.from(
    { length: count },
    (_, term) => posts.filter((post) => of(post).includes(term)).length
  );

describe('the posts that reading is measured on', () => {
  it('are the same every time', () => {
    expect(makePost(1234, POSTS)).toEqual(posts[1234]);
    expect(slugOf(1234, POSTS)).toBe(posts[1234]?.slug);
  });

  it('have dates and slugs that no two share, each later than the one before', () => {
    const dates = posts.map(({ date }) => date.getTime());
    expect(dates).toEqual([...new Set(dates)].sort((a, b) => a - b));
    expect(new Set(posts.map(({ slug }) => slug)).size).toBe(POSTS);
  });

  it('are a fifth in the largest category, twenty in the smallest, and some in every other', () => {
    const categories = sizes((post) => post.categories, CATEGORIES);
    expect(categories[LARGEST]).toBeGreaterThan(POSTS * 0.18);
    expect(categories[LARGEST]).toBeLessThan(POSTS * 0.22);
    expect(Math.max(...categories)).toBe(categories[LARGEST]);
    expect(categories[SMALLEST]).toBe(20);
    expect(Math.min(...categories)).toBeGreaterThan(0);
  });

  it('have tags of very different sizes, and no term twice', () => {
    const tags = sizes((post) => post.tags, TAGS);
    expect(Math.max(...tags)).toBeGreaterThan(100 * Math.max(1, Math.min(...tags)));
    for (const post of posts) {
      expect(new Set(post.tags).size).toBe(post.tags.length);
      expect(new Set(post.categories).size).toBe(post.categories.length);
    }
  });

  it('have bodies of some three thousand bytes, and a word that few have', () => {
    const bytes = posts.reduce((sum, { body }) => sum + Buffer.byteLength(body), 0) / POSTS;
    expect(bytes).toBeGreaterThan(2500);
    expect(bytes).toBeLessThan(3800);
    expect(posts.filter(({ body }) => body.includes(RARE_WORD)).length).toBe(9);
  });
});
