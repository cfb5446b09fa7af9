import fc from 'fast-check';
import { stringify } from 'yaml';

import { readText } from '../../../../../../../src/plugins/front-matter/server/src/core/dialects/jekyll/header/read-text';

const read = (text: string) => {
  const result = readText(text);
  if (!result.ok) return { failed: result.issues.map(({ code, line }) => `${code}:${line}`) };
  const { data, content, issues, header } = result.reading;
  return {
    data: Object.fromEntries(data) as Record<string, unknown>,
    content,
    header,
    codes: issues.map(({ code }) => code),
    issues,
  };
};

const titleOf = (line: string): unknown =>
  read(`---\n${line}\nlayout: post\n---\nbody\n`).data?.['title'];

describe('a header that is not YAML', () => {
  it.each([
    ['title: "He said "hi" to me"', 'He said "hi" to me', 'REPAIRED_QUOTES'],
    ['title: "C:\\path\\q"', 'C:\\path\\q', 'REPAIRED_QUOTES'],
    ['title: "say \\"hi\\" C:\\p"', 'say "hi" C:\\p', 'REPAIRED_QUOTES'],
    ['title: "ends in a backslash\\"', 'ends in a backslash\\', 'REPAIRED_QUOTES'],
    ['title: "never closed', 'never closed', 'REPAIRED_QUOTES'],
    ['title: "quoted" and more', '"quoted" and more', 'REPAIRED_QUOTES'],
    ["title: 'it's'", "it's", 'REPAIRED_QUOTES'],
    ['title: part one: part two: three', 'part one: part two: three', 'REPAIRED_BARE_COLON'],
    ['title: ends in a colon:', 'ends in a colon:', 'REPAIRED_BARE_COLON'],
    ['title: [快讯] 市场', '[快讯] 市场', 'REPAIRED_BRACKET'],
    ['title: {a} b', '{a} b', 'REPAIRED_BRACKET'],
    ['title: @someone', '@someone', 'REPAIRED_INDICATOR'],
    ['title: *bold* text', '*bold* text', 'REPAIRED_INDICATOR'],
    ['title: &nbsp; text', '&nbsp; text', 'REPAIRED_INDICATOR'],
    ['title: %50 off', '%50 off', 'REPAIRED_INDICATOR'],
    ['title: `code`', '`code`', 'REPAIRED_INDICATOR'],
    ['title: - dash', '- dash', 'REPAIRED_INDICATOR'],
    ['\ttitle: tab', 'tab', 'REPAIRED_TAB'],
  ])('is repaired: %j', (line, title, code) => {
    expect(titleOf(line)).toBe(title);
    expect(read(`---\n${line}\nlayout: post\n---\n`).codes).toEqual([code]);
  });

  it('is reported with line, column, before and after', () => {
    expect(read('---\nlayout: post\ntitle: "a "b" c"\n---\n').issues).toMatchObject([
      {
        code: 'REPAIRED_QUOTES',
        severity: 'warning',
        field: 'title',
        line: 3,
        column: 8,
        before: '"a "b" c"',
        after: `'a "b" c'`,
      },
    ]);
  });

  it('is repaired line by line, and only where it is broken', () => {
    const { data, codes } = read(
      '---\ntitle: a: b\nlist:\n  - [x] y\n  - fine\nfolded: >\n  a: b\n  "c" d\ndate: 2022-02-17\n---\n'
    );
    expect(data).toMatchObject({ title: 'a: b', list: ['[x] y', 'fine'], folded: 'a: b "c" d\n' });
    expect(codes).toEqual(['REPAIRED_BARE_COLON', 'REPAIRED_BRACKET']);
  });

  it('has lists with tabs in front of their items repaired', () => {
    expect(read('---\ntags:\n\t- a\n\t- b\n---\n').data).toEqual({ tags: ['a', 'b'] });
  });

  it('is repaired where a colon is full-width or has no space after it', () => {
    expect(read('---\nlayout: post\ntitle：市场\ndate:2022-02-17\n---\n')).toMatchObject({
      data: { title: '市场' },
      codes: ['REPAIRED_COLON', 'REPAIRED_COLON'],
    });
  });

  it.each([
    ['a list cut short', 'series: [a, b'],
    ['a line without a key', 'title: x\njust text'],
    ['a number that is none', 'title: x\nweight: 1._5'],
  ])('is not guessed at: %s', (_, header) => {
    expect(read(`---\n${header}\n---\nbody`).failed).toMatchObject([
      expect.stringMatching(/^YAML_INVALID:/),
    ]);
  });

  it('names the line that is wrong when it cannot be repaired', () => {
    expect(read('---\ntitle: x\nseries: [a, b\nlayout: post\n---\nbody').failed).toEqual([
      'YAML_INVALID:3',
    ]);
  });
});

describe('a text around a header', () => {
  it('may begin with blank lines', () => {
    expect(read('\n\n---\ntitle: x\n---\nbody')).toMatchObject({
      data: { title: 'x' },
      content: 'body',
      codes: ['REPAIRED_BLANK_BEFORE_HEADER'],
    });
  });

  it('may lack the closing line before a blank one', () => {
    expect(read('---\ntitle: x\nlayout: post\n\nbody\n\nmore')).toMatchObject({
      data: { title: 'x', layout: 'post' },
      content: 'body\n\nmore',
      codes: ['REPAIRED_MISSING_CLOSE'],
    });
  });

  it('may end its lines with bare carriage returns', () => {
    expect(read('---\rtitle: x\r---\rbody')).toMatchObject({
      data: { title: 'x' },
      codes: ['REPAIRED_LINE_ENDS'],
    });
  });

  it('is kept, with a warning, where keys stand behind an empty header', () => {
    const { data, content, issues } = read('---\n---\ntitle: x\nlayout: post\n---\nbody');
    expect({ data, content }).toEqual({
      data: {},
      content: 'title: x\nlayout: post\n---\nbody',
    });
    expect(issues).toMatchObject([{ code: 'KEYS_IN_BODY', severity: 'warning', line: 3 }]);
    expect(read('---\n---\nNote: x\n\nbody').codes).toEqual([]);
  });

  it('is all body where a rule of dashes opens it', () => {
    expect(read('---\nJust a rule.\n\nText.')).toMatchObject({
      data: {},
      codes: ['FRONT_MATTER_MISSING'],
    });
  });

  it.each(['js', 'javascript', 'coffee', 'json', 'cson', 'anything'])(
    'never runs front matter: ---%s',
    (engine) => {
      expect(read(`---${engine}\nprocess.exit(1)\n---\nbody`).failed).toEqual([
        'FRONT_MATTER_ENGINE_REFUSED:1',
      ]);
    }
  );

  it('is refused when it is to be run, whatever spaces and line ends surround it', () => {
    for (const [text, line] of [
      ['\n---js\n{}\n---\nb', 2],
      ['\ufeff\r\n---js\r\n{}\r\n---\r\nb', 2],
      ['---js\r{}\r---\rb\r', 1],
    ] as const) {
      expect(read(text).failed).toEqual([`FRONT_MATTER_ENGINE_REFUSED:${line}`]);
    }
  });

  it('is refused where the front matter holds no keys, or does not end', () => {
    expect(read('---\n- a\n- b\n---\nbody').failed).toEqual(['FRONT_MATTER_NOT_A_MAPPING:1']);
    expect(read('---\ntitle: x\nbody text').failed).toEqual(['FRONT_MATTER_UNCLOSED:1']);
  });

  it('is refused where the header is beyond every measure', () => {
    expect(read(`---\ntitle: ${'x'.repeat(2_000_000)}\n---\n`).failed).toEqual([
      'FRONT_MATTER_TOO_COMPLEX:1',
    ]);
  });
});

describe('a hostile header', () => {
  it.each([
    ['brackets', `a: ${'['.repeat(100_000)}`],
    ['dashes', '- '.repeat(30_000)],
    ['tabs', `a: b\n${'\t\n'.repeat(60_000)}`],
    ['blank lines', `a: b\n${'\n'.repeat(100_000)}c`],
    ['mistakes', 'a: b: c\n'.repeat(10_000)],
    ['tags', `a: ${'!b '.repeat(30_000)}`],
  ])('of nothing but %s is set aside', (_, header) => {
    expect(read(`---\n${header}\n---\nbody`).failed).toEqual([
      expect.stringMatching(/^FRONT_MATTER_TOO_COMPLEX:/),
    ]);
  });

  it('is read however long it is, when it is plain', () => {
    const lines = Array.from({ length: 9000 }, (_, index) => `key-${index}: value ${index}`);
    expect(read(`---\n${lines.join('\n')}\n---\nbody`).data?.['key-8999']).toBe('value 8999');
  });
});

describe('headers at large', () => {
  const text = fc.string({
    unit: fc.constantFrom(...'abc 012:#-"\'\\[]{}&*!|>%@`,中文：“”\n'.split('')),
    maxLength: 24,
  });

  it('are never repaired when they are valid', () => {
    const header = fc.dictionary(
      fc.constantFrom('title', 'description', 'tags', 'a'),
      fc.oneof(text, fc.array(text, { maxLength: 3 })),
      { minKeys: 1 }
    );
    fc.assert(
      fc.property(header, (values) => {
        const plain = stringify(values, { version: '1.1', lineWidth: 0 });
        const { codes } = read(`---\n${plain}---\nbody`);
        expect(codes?.filter((code) => code.startsWith('REPAIRED_'))).toEqual([]);
        const quoted = stringify(values, { defaultStringType: 'QUOTE_DOUBLE', lineWidth: 0 });
        expect(read(`---\n${quoted}---\nbody`)).toMatchObject({ codes: [], data: values });
      }),
      { numRuns: 2000 }
    );
  });

  it('give the title that was written, when a generator quoted it without escaping', () => {
    const raw = fc.string({
      unit: fc.constantFrom(...'ab “中”"\\：:[]'.split('')),
      minLength: 1,
      maxLength: 16,
    });
    fc.assert(
      fc.property(raw, (title) => {
        const { data, codes } = read(
          `---\nlayout: post\ntitle: "${title}"\ndate: 2022-02-17\n---\nbody`
        );
        // Where a quote has its backslash, a hand may have put it there; where the first one closes
        // or the last one opens, those around the value are the title's own.
        const hasOwn = /^[^"]*[^\s"]"[\s：:”\]]|[\s：:“[]"[^\s"][^"]*$|""/.test(title);
        fc.pre(codes?.[0] === 'REPAIRED_QUOTES' && !/\\"/.test(title) && !hasOwn);
        expect(data?.['title']).toBe(title);
      }),
      { numRuns: 2000 }
    );
  });

  it('are cut without losing a character', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('---', '...', '\n', '\r\n', ' ', 'a: b', '"', 'x: "', 'é', ': '),
          maxLength: 20,
        }),
        (rest) => {
          const whole = `---\n${rest}`;
          const result = readText(whole);
          if (result.ok) expect(result.reading.header + result.reading.content).toBe(whole);
        }
      ),
      { numRuns: 2000 }
    );
  });
});
