import fc from 'fast-check';
import {
  compileSourceRules,
  readSourceUrl,
} from '../../../../../src/plugins/source-links/server/src/core';

const { isTracking } = compileSourceRules({ trackingParameters: ['from', 'ref_*'] });
const read = (url: string) => readSourceUrl(url, isTracking);
const text = (url: string) => {
  const result = read(url);
  return result.ok ? result.text : result.problem;
};

describe('a source’s URL', () => {
  it.each([
    ['javascript:alert(1)', 'scheme'],
    ['ftp://example.org/', 'scheme'],
    ['data:text/html,x', 'scheme'],
    ['//example.org/', 'not-a-url'],
    ['/path', 'not-a-url'],
    ['http:example.org', 'not-a-url'],
    ['https://', 'not-a-url'],
    ['', 'not-a-url'],
    ['http://me@example.org/', 'credentials'],
    ['http://me:secret@example.org/', 'credentials'],
    ['http://example.org/a\nb', 'characters'],
    ['java\tscript:alert(1)', 'characters'],
    ['http://example.org\\@evil.example/', 'characters'],
    ['http://example.org/\u202egnp.exe', 'characters'],
    ['http://example.org/a b', 'characters'],
    ['http://example.org/\ud800', 'characters'],
    ['http://example.org/<script>', 'characters'],
    [`http://example.org/${'a'.repeat(2048)}`, 'too-long'],
  ])('is refused when it is %j', (url, problem) => {
    expect(text(url)).toBe(problem);
  });

  it.each([
    ['  http://example.org/a \n', 'http://example.org/a'],
    ['http://Example.org:80/%7Ea/../b?x=1&y#Z', 'http://Example.org:80/%7Ea/../b?x=1&y#Z'],
    ['http://example.org/?utm_source=a', 'http://example.org/'],
    ['http://example.org/?a=1&UTM_Campaign=b&b=2#c', 'http://example.org/?a=1&b=2#c'],
    ['http://example.org/?from=x&ref_a=1&refer=2', 'http://example.org/?refer=2'],
    ['http://example.org/#?utm_source=a', 'http://example.org/#?utm_source=a'],
    ['http://报.example/文', 'http://报.example/文'],
  ])('is kept as it stood, only tidied: %j', (url, kept) => {
    expect(text(url)).toBe(kept);
  });

  it('is tidy after one tidying', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const once = text(url);
        expect(text(once)).toBe(once);
      })
    );
  });
});
