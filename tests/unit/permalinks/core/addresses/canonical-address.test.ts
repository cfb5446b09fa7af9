import fc from 'fast-check';
import {
  addressKey,
  slugScope,
} from '../../../../../src/plugins/permalinks/server/src/core/addresses/address-key';
import {
  canonicalAddress,
  hasQuery,
} from '../../../../../src/plugins/permalinks/server/src/core/addresses/canonical-address';

describe('the canonical form of an address', () => {
  it.each([
    ['/rizhaoribao/', '/rizhaoribao'],
    ['/rizhaoribao/index.html', '/rizhaoribao'],
    ['rizhaoribao', '/rizhaoribao'],
    ['//finews.withounder.com/category/rizhaoribao.html', '/category/rizhaoribao.html'],
    ['https://finews.withounder.com/a//b/?x=1#y', '/a/b'],
    ['HTTP://HOST:8080/TechWeb/', '/TechWeb'],
    ['https://finews.withounder.com', '/'],
    ['/', '/'],
    ['/index.html', '/'],
    ['/%E4%B8%AD%E5%9B%BD/', '/中国'],
    ['/中国', '/中国'],
    ['/e\u0301', '/é'],
    ['/%65%CC%81', '/é'],
    ['/100%', '/100%'],
    ['/%FF', '/%FF'],
    ['/a%2Fb', '/a/b'],
    ['%2Fa%2Fb%2F', '/a/b'],
    ['https%3A%2F%2Fhost%2Fa%2Findex.html%3Fx%3D1', '/a'],
    ['https%3A%2F%2Fhost%2F%25E4%25B8%25AD', '/中'],
    ['/a%3Fb', '/a?b'],
  ])('of %s is %s', (url, address) => {
    expect(canonicalAddress(url)).toBe(address);
  });

  it('does not exist for control characters, halves of pairs and endless texts', () => {
    for (const url of ['/a%00b', '/a\nb', '/\ud800', `/${'a'.repeat(3000)}`]) {
      expect(canonicalAddress(url)).toBeNull();
    }
  });

  it('is the same for the raw and the encoded form of any path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        fc.pre(!/[%?#\p{Cc}]/u.test(text) && text.trim() === text);
        expect(canonicalAddress(`/x/${encodeURI(text)}`)).toBe(canonicalAddress(`/x/${text}`));
      })
    );
  });
});

describe('what the canonical form of an address leaves out', () => {
  it.each([
    ['/a?x=1', true],
    ['/a#y', true],
    ['/a?', true],
    ['https://host.example?x=1', true],
    ['https%3A%2F%2Fhost.example%2Fa%3Fx%3D1', true],
    ['/a%3Fx', false],
    ['/a%23y', false],
    ['https://host.example/a', false],
    ['', false],
  ])('is a query or a fragment in %s: %s', (url, expected) => {
    expect(hasQuery(url)).toBe(expected);
  });
});

describe('the key of an address', () => {
  it('is the SHA-256 of scope, NUL and address', () => {
    // printf 'path\0/rizhaoribao' | sha256sum
    expect(addressKey('path', '/rizhaoribao')).toBe(
      '1023d7a531c9410ec4c9b261ccd2831d0bde1da72a342d971207e9080dc7dba7'
    );
  });

  it('keeps types, locales and case apart', () => {
    const keys = [
      addressKey(slugScope('api::post.post', null), 'TechWeb'),
      addressKey(slugScope('api::post.post', null), 'Techweb'),
      addressKey(slugScope('api::post.post', 'zh'), 'TechWeb'),
      addressKey(slugScope('api::tag.tag', null), 'TechWeb'),
      addressKey('path', 'TechWeb'),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });
});
