import { readText } from '../../../../../../../src/plugins/front-matter/server/src/core/dialects/jekyll/header/read-text';

/** What is said of a header that the generator reads, and what it reads. */
const misreadings = (header: string) => {
  const result = readText(`---\n${header}\n---\nbody\n`);
  if (!result.ok) return { codes: result.issues.map(({ code }) => code), data: {}, issues: [] };
  const { issues, data, repaired } = result.reading;
  return {
    codes: issues.map(({ code }) => code),
    data: Object.fromEntries(data),
    issues,
    repaired,
  };
};

describe('what a generator reads otherwise than it was meant', () => {
  it('is said of a key that stands twice, with both lines', () => {
    const { data, issues, repaired } = misreadings('title: Salt\nlayout: post\ntitle: Pepper');
    expect(data).toMatchObject({ title: 'Pepper' });
    expect(repaired).toBe(false);
    expect(issues).toMatchObject([
      { code: 'KEY_REPEATED', severity: 'warning', field: 'title', line: 4, column: 1 },
    ]);
    expect(issues[0]?.message).toMatch(/line 2 already \(Salt\)/);
  });

  it('is said of a text that a # cuts, with what was meant', () => {
    const { data, issues } = misreadings('layout: post\ntitle: The #1 spice');
    expect(data).toMatchObject({ title: 'The' });
    expect(issues).toMatchObject([
      { code: 'VALUE_CUT_BY_COMMENT', field: 'title', line: 3, column: 8 },
    ]);
    expect(issues[0]?.message).toContain("write title: 'The #1 spice'");
  });

  it.each([
    ['title: #salt', "'#salt'"],
    ['tags: salt #pepper', "'salt #pepper'"],
    ['description: On C #lang', "'On C #lang'"],
    ['color: #ff0000', "'#ff0000'"],
  ])('is said of what a # takes away: %j', (line, meant) => {
    const { codes, issues } = misreadings(line);
    expect(codes).toContain('VALUE_CUT_BY_COMMENT');
    expect(issues.map(({ message }) => message).join()).toContain(meant);
  });

  it.each([
    ['title: 12:30', "'12:30'"],
    ['title: 1:02:03', "'1:02:03'"],
    ['title: yes', "'yes'"],
    ['title: 007', "'007'"],
    ['title: 1.10', "'1.10'"],
    ['title: 1_000', "'1_000'"],
    ['slug: 0123', "'0123'"],
    ['tags: on', "'on'"],
  ])('is said of a text that YAML takes for something else: %j', (line, meant) => {
    const { codes, issues } = misreadings(line);
    expect(codes).toEqual(['VALUE_NOT_TEXT']);
    expect(issues[0]?.message).toContain(meant);
  });

  it.each([
    ['title: "C:\\bin"', "'C:\\bin'"],
    ['title: "On \\newton"', "'On \\newton'"],
    ['title: "\\x07 Salt"', 'U+0007'],
    ['title: "Salt\\u0085"', 'U+0085'],
    ['description: "\\alpha"', "'\\alpha'"],
  ])('is said of control characters in a text: %j', (line, said) => {
    const { codes, issues } = misreadings(line);
    expect(codes).toEqual(['TEXT_WITH_CONTROLS']);
    expect(issues[0]?.message).toContain(said);
  });

  it.each(['tags: [salt, yes]', 'tags:\n  - 1.10\n  - salt', 'categories:\n- 12:30'])(
    'is said of an item of a list of names: %j',
    (header) => {
      expect(misreadings(header).codes).toEqual(['VALUE_NOT_TEXT']);
    }
  );

  it.each([
    ['layout: post\n\u00a0title: Salt', '"<U+00A0>title" is not "title"'],
    ['layout: post\ntitle\u200b: Salt', '"title<U+200B>" is not "title"'],
    ['layout: post\nTitle: Salt', '"Title" is not "title"'],
    ['layout: post\ntitle：Salt: a history', '"title：Salt" is not "title"'],
  ])('is said of a key that only looks like one the generator knows: %j', (header, message) => {
    const { issues } = misreadings(header);
    expect(issues).toMatchObject([{ code: 'KEY_LOOKALIKE', line: 3, column: 1 }]);
    expect(issues[0]?.message).toContain(message);
  });

  it('is said of a list whose dashes have no space behind them', () => {
    const { codes, data } = misreadings('tags:\n  -salt\n  -pepper');
    expect(data).toEqual({ tags: '-salt -pepper' });
    expect(codes).toEqual(['VALUE_NOT_LIST']);
  });

  it.each([
    'tags:\n  salt pepper',
    'Title: Salt\ntitle: Pepper',
    'tags: [2021, 1.5]',
    'numbers: [1.10, yes]',
    'title: Salt # a comment',
    'layout: post #no words',
    'title: C# and F#',
    "title: 'The #1 spice'",
    'title: "The #1 spice"',
    'title: 1984',
    'title: 2021-03-04',
    'title: "12:30"',
    'title: |\n  Salt\n  and pepper',
    'title: >\n  The #1 spice',
    'title: "Salt\n  title: and pepper"\nlayout: post',
    'time: 12:30',
    'published: no',
    'a:\n  title: x\nb:\n  title: y',
    'tags: [a, b]',
    'tags:\n  - a # b',
    'description: |\n  title: a\n  title: b\ntitle: c',
  ])('is not said of %j', (header) => {
    expect(misreadings(header).codes).toEqual([]);
  });
});
