import fc from 'fast-check';
import {
  codeOfUrl,
  compileSourceRules,
  keyOfCode,
} from '../../../../../src/plugins/source-links/server/src/core';
import { rebuildSource } from '../../../../../src/plugins/source-links/server/src/core/sources/rebuild-source';
import { providers } from '../../providers';

const rules = compileSourceRules({ providers });
const NUMBER = '202203152311122233';
const text = fc.oneof(
  fc.constantFrom(
    NUMBER,
    `NW${NUMBER}`,
    ' NW1 ',
    `http://hk.eastmoney.com/news/1,${NUMBER}.html`,
    'https://x.example/?utm_source=y',
    'javascript:alert(1)'
  ),
  fc.string({ maxLength: 12, minLength: 1 })
);
const stored = fc.record({
  code: fc.option(text),
  url: fc.option(text),
});

describe('a source that is rebuilt', () => {
  it('keeps what it has, and gets the key of its code', () => {
    fc.assert(
      fc.property(stored, (source) => {
        const rebuilt = rebuildSource(source, rules);
        if (source.code !== null) expect(rebuilt.code).toBe(source.code);
        if (source.url !== null) expect(rebuilt.url).toBe(source.url);
        expect(rebuilt.key).toBe(rebuilt.code === null ? null : keyOfCode(rebuilt.code, rules));
      })
    );
  });

  it('is made whole from its only half, and stays as it is after that', () => {
    fc.assert(
      fc.property(stored, (source) => {
        const { code, url, key, problem } = rebuildSource(source, rules);
        if (source.code === null && url !== null) expect(code).toBe(codeOfUrl(url, rules));
        expect(rebuildSource({ code, url }, rules)).toEqual({ code, url, key, problem });
      })
    );
  });

  it('says what it contradicts itself in', () => {
    const url = `http://hk.eastmoney.com/news/1,${NUMBER}.html`;
    expect(rebuildSource({ code: 'NW1', url }, rules)).toMatchObject({
      code: 'NW1',
      url,
      problem: { about: 'both', codeInUrl: NUMBER },
    });
  });
});
