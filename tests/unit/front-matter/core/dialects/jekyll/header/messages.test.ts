import { readText } from '../../../../../../../src/plugins/front-matter/server/src/core/dialects/jekyll/header/read-text';

/** What is said first of a file with this header, and where. */
const said = (header: string) => {
  const result = readText(`---\n${header}\n---\nbody\n`);
  const [issue] = result.ok ? result.reading.issues : result.issues;
  return { place: `${issue?.line}:${issue?.column}`, message: issue?.message ?? '' };
};

describe('what is said of a header that cannot be repaired', () => {
  it.each([
    [
      'layout: post\ntitle: "Salt" and Pepper"',
      '3:8',
      'has " inside that ends it too early',
      `title: 'Salt" and Pepper'`,
    ],
    [
      'layout: post\nseries: [a, b\ntitle: x',
      '3:9',
      'opens a [ that is not closed',
      'Write series: [a, b]',
    ],
    ['series: {a: b\ntitle: x', '2:9', 'opens a { that is not closed', 'Write series: {a: b}'],
    [
      'tags: [salt, "pepper]',
      '2:7',
      'an opening quote without a closing one',
      'Write the second one',
    ],
    ['title: > salt', '2:8', 'text behind >', "title: '> salt'"],
    ['title: Salt: a # b', '2:8', 'begins a comment', "title: 'Salt: a # b'"],
    ['image: feature: a.png', '2:8', 'holds a colon and a space', "image: 'feature: a.png'"],
    ['tags: - salt', '2:7', 'begins with a dash', 'Put each item on a line of its own'],
    [
      'title: Salt\nand pepper',
      '3:1',
      '"and pepper" is not a "key: value" line',
      'indent it by two spaces',
    ],
    ['title: Salt\nmood = sunny', '3:1', 'has "=" where YAML expects ":"', 'Write mood: sunny'],
    ['mood: quite sunny\n  season: spring', '3:3', 'not indented like its neighbours', 'alike'],
    [
      'a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> x',
      '3:1',
      'an unfinished merge',
      'Keep one',
    ],
  ])('names the line, what is wrong and what to write: %j', (header, place, wrong, advice) => {
    const { place: found, message } = said(header);
    expect(found).toBe(place);
    expect(message).toContain(wrong);
    expect(message).toContain(advice);
  });

  it('tells the file’s line where comments and blank lines stand above it', () => {
    expect(said('# a\n\n# b\ntitle: x\n\nseries: [a, b\nlayout: post').place).toBe('7:9');
  });
});

describe('what is said of a header that was repaired', () => {
  it.each([
    [
      'title: "Salt" and "Pepper"',
      `"Salt" and "Pepper" was read as "Salt" and "Pepper". Write '"Salt" and "Pepper"'`,
    ],
    ["title: 'It's a cook's day'", "was read as It's a cook's day. Write 'It''s a cook''s day'"],
    [
      'title: "An unclosed title',
      "\"An unclosed title was read as An unclosed title. Write 'An unclosed title'",
    ],
    ['title:\u00a0Salt', 'title:<U+00A0>Salt was read as title: Salt. Write it like that.'],
    ['tags: [a,,b]', '[a,,b] was read as [a, b]. Write it like that.'],
    ['layout: post\n title: Salt', 'and was read as title: Salt.'],
  ])('shows what stood there and what it gave: %j', (header, shown) => {
    expect(said(header).message).toContain(shown);
  });
});
