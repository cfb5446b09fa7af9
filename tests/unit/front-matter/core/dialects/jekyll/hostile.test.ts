import { parseConfig } from '../../../../../../src/plugins/front-matter/server/src/core/dialects/jekyll/config/config';
import { ConfigError } from '../../../../../../src/plugins/front-matter/server/src/core/dialects/errors';
import { jekyllReader } from '../../../../../../src/plugins/front-matter/server/src/core/dialects/jekyll/read-entry';
import { UTC } from '../../../../../../src/plugins/front-matter/server/src/core/dialects/jekyll/time/zone';
import type { Reading } from '../../../../../../src/plugins/front-matter/server/src/core/post';

const read = (header: string, { config = '', body = 'body', path = '' } = {}): Reading =>
  jekyllReader({
    config: parseConfig(config),
    zone: UTC,
    extraFolders: [],
    zonelessDates: 'as-generator',
    nestedCategories: true,
    now: 1_700_000_000,
  })({
    path: `${path}_posts/2022-02-17-x.md`,
    bytes: Buffer.from(`---\n${header}\n---\n${body}`),
    modifiedAt: 0,
  });

/** Nine lists in each other, of nine aliases each: half a kilobyte that comes to 839 MB. */
const BOMB = Array.from(
  { length: 9 },
  (_, i) => `l${i}: &l${i} [${Array(9).fill(i === 0 ? 'x' : `*l${i - 1}`)}]\n`
).join('');

describe('a header of half a kilobyte that aliases make endless', () => {
  it.each(['title', 'categories', 'category', 'tags', 'tag', 'date', 'slug', 'permalink', 'other'])(
    'is set aside, as %s, with the line at which it was too much',
    (key) => {
      expect(read(`${BOMB}${key}: *l8`)).toMatchObject({
        status: 'quarantined',
        issues: [{ code: 'FRONT_MATTER_TOO_COMPLEX', line: 6, column: 9 }],
      });
    }
  );

  it('is set aside where its defaults and it are both inside themselves', () => {
    expect(read('x: &b {x: *b}', { config: 'defaults:\n  - values: &a {x: *a}\n' })).toMatchObject({
      status: 'quarantined',
      issues: [{ code: 'FRONT_MATTER_TOO_COMPLEX' }],
    });
    expect(read('x: &b {x: *b}')).toMatchObject({ status: 'ok' });
  });
});

describe('a header that asks for endless work', () => {
  it('is set aside for a separator of excerpts that nobody writes', () => {
    const separator = `${'a'.repeat(9_000)}b${'a'.repeat(9_000)}`;
    expect(
      read(`title: x\nexcerpt_separator: ${separator}`, { body: 'a'.repeat(7_000_000) })
    ).toMatchObject({
      status: 'quarantined',
      issues: [{ code: 'FRONT_MATTER_TOO_COMPLEX', field: 'excerpt_separator', line: 3 }],
    });
  });

  it('has no address where its permalink repeats a long name thousands of times', () => {
    const header = `permalink: x${':title'.repeat(80_000)}\nslug: ${'s'.repeat(400_000)}`;
    expect(read(header)).toMatchObject({
      status: 'ok',
      post: { url: null },
      issues: [{ code: 'URL_UNKNOWN', field: 'permalink', line: 2 }],
    });
  });

  it('is set aside for what is no key after thousands of spaces', () => {
    const line = `aaa${' '.repeat(15_000)}b\n`;
    expect(read(`title: "a" b\n${line}`)).toMatchObject({
      status: 'quarantined',
      issues: [{ code: 'YAML_INVALID' }],
    });
  });
});

describe('a configuration that asks for endless work', () => {
  it.each(['timezone', 'exclude', 'permalink', 'defaults', 'other'])(
    'is refused where aliases repeat "%s" beyond every measure, with the line',
    (key) => {
      const parse = (): unknown => parseConfig(`${BOMB}${key}: *l8`);
      expect(parse).toThrow(ConfigError);
      expect(parse).toThrow(/^written out, .* make it smaller$/);
      expect(parse).toThrow(expect.objectContaining({ line: 5 }));
    }
  );

  it('is refused for a separator of excerpts that nobody writes', () => {
    const parse = (): unknown => parseConfig(`title: x\nexcerpt_separator: ${'ab'.repeat(500)}`);
    expect(parse).toThrow(expect.objectContaining({ line: 2 }));
  });

  it.each([
    ['slashes', `*${'/'.repeat(30_000)}x`, ''],
    ['alternatives', `*{${','.repeat(250)}}${'{a,b}'.repeat(5_000)}`, ''],
    ['folders', '**/'.repeat(10_000) + 'x', 'a/'.repeat(500)],
    ['stars', '*a'.repeat(15_000), ''],
  ])('gives no defaults by a pattern of nothing but %s', (_, pattern, path) => {
    const config = `defaults:\n  - scope: {path: "${pattern}"}\n    values: {title: no}\n`;
    expect(read('a: b', { config, path })).toMatchObject({ post: { title: 'X' } });
  });
});
