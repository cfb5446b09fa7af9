import fc from 'fast-check';
import {
  type AskedSource,
  compileSourceRules,
  reconcileSource,
  type Source,
} from '../../../../../src/plugins/source-links/server/src/core';
import { providers } from '../../providers';

const rules = compileSourceRules({ providers });
const number = (last: number) => `20220217227926605${last}`;
const shared = (last: number) => ({
  code: `NW${number(last)}`,
  url: `http://finews.zning.xyz/html_News/NewsShare.html?infoCode=NW${number(last)}`,
});
const story = (last: number) => ({
  code: number(last),
  url: `http://finance.eastmoney.com/news/1,${number(last)}.html`,
});
const web = { code: null, url: 'https://paper.example/a' };
const none = { code: null, url: null };

const decide = (asked: AskedSource, stored: Source | null = null) => {
  const result = reconcileSource(asked, stored, rules);
  return result.ok ? result.source : result.problem;
};

describe('a new document', () => {
  it.each<[string, AskedSource, Source]>([
    ['nothing', {}, none],
    ['empty fields', { code: '', url: ' ' }, none],
    ['a code', { code: ' NW202202172279266051 ' }, shared(1)],
    ['a code and an empty URL', { code: shared(1).code, url: null }, shared(1)],
    ['a code without addresses', { code: number(1) }, { code: number(1), url: null }],
    ['a code of nobody known', { code: 'A-1' }, { code: 'A-1', url: null }],
    ['a URL', { url: shared(1).url }, shared(1)],
    ['a URL of another shape', { url: web.url }, web],
    ['both, in step', story(1), story(1)],
    ['a code and a URL without one', { code: 'A-1', url: web.url }, { code: 'A-1', url: web.url }],
  ])('that is given %s', (_what, asked, kept) => {
    expect(decide(asked)).toEqual(kept);
  });

  it('is refused when code and URL are of two stories', () => {
    expect(decide({ code: shared(1).code, url: shared(2).url })).toEqual({
      about: 'both',
      code: shared(1).code,
      url: shared(2).url,
      codeInUrl: shared(2).code,
    });
  });

  it.each<[AskedSource, object]>([
    [{ url: 'javascript:alert(1)' }, { about: 'url', problem: 'scheme' }],
    [{ url: 'http://a:b@c.example/' }, { about: 'url', problem: 'credentials' }],
    [{ code: 'a\u0000b' }, { about: 'code', problem: 'characters' }],
    [{ code: shared(1).url }, { about: 'code', problem: 'a-url' }],
    [{ code: 'x'.repeat(256) }, { about: 'code', problem: 'too-long' }],
  ])('is refused when it asks for %j', (asked, problem) => {
    expect(decide(asked)).toMatchObject(problem);
  });
});

describe('a form that sends every field', () => {
  it.each<[string, AskedSource, Source, Source]>([
    ['neither is changed', shared(1), shared(1), shared(1)],
    [
      'only the code is changed',
      { code: shared(2).code, url: shared(1).url },
      shared(1),
      shared(2),
    ],
    ['only the URL is changed', { code: shared(1).code, url: shared(2).url }, shared(1), shared(2)],
    ['both are changed alike', shared(2), shared(1), shared(2)],
    ['the code is emptied', { code: '', url: shared(1).url }, shared(1), none],
    ['the URL is emptied', { code: shared(1).code, url: '' }, shared(1), none],
    [
      'the code is emptied and the URL changed',
      { code: '', url: story(2).url },
      shared(1),
      story(2),
    ],
    [
      'the URL is emptied and the code changed',
      { code: shared(2).code, url: '' },
      shared(1),
      shared(2),
    ],
    [
      'the new code has no address',
      { code: number(2), url: story(1).url },
      story(1),
      { code: number(2), url: null },
    ],
    [
      'the new code is the one in the URL',
      { code: number(1), url: story(1).url },
      { code: null, url: story(1).url },
      story(1),
    ],
    ['the new URL is of no known shape', { code: shared(1).code, url: web.url }, shared(1), web],
    [
      'the new URL has the same code',
      { code: shared(1).code, url: shared(1).url.replace('http:', 'https:') },
      shared(1),
      { code: shared(1).code, url: shared(1).url.replace('http:', 'https:') },
    ],
    [
      'a code of one’s own gets a URL',
      { code: 'A-1', url: web.url },
      { code: 'A-1', url: null },
      { code: 'A-1', url: web.url },
    ],
    [
      'a URL of another shape gets a code of one’s own',
      { code: 'A-1', url: web.url },
      web,
      { code: 'A-1', url: web.url },
    ],
    [
      'the same URL comes with tracking parameters',
      { ...shared(1), url: `${shared(1).url}&utm_source=x` },
      shared(1),
      shared(1),
    ],
  ])('where %s', (_how, asked, stored, kept) => {
    expect(decide(asked, stored)).toEqual(kept);
  });

  it('leaves alone what was stored before and could not be stored now', () => {
    const old = { code: shared(1).code, url: shared(2).url };
    expect(decide(old, old)).toEqual(old);
    const bad = { code: null, url: 'javascript:alert(1)' };
    expect(decide(bad, bad)).toEqual(bad);
  });

  it('is refused when both are changed to two stories', () => {
    expect(decide({ code: shared(2).code, url: shared(3).url }, shared(1))).toMatchObject({
      about: 'both',
    });
  });
});

describe('whatever is asked', () => {
  const codes = fc.constantFrom(
    undefined,
    null,
    '',
    'A-1',
    shared(1).code,
    shared(2).code,
    number(1),
    number(2)
  );
  const urls = fc.constantFrom(
    undefined,
    null,
    '',
    web.url,
    shared(1).url,
    shared(2).url,
    story(1).url,
    story(2).url
  );
  const askedOnes = fc.record({ code: codes, url: urls });

  it('is the same when it is asked again', () => {
    fc.assert(
      fc.property(askedOnes, askedOnes, (first, second) => {
        const start = reconcileSource(first, null, rules);
        if (!start.ok) return;
        const once = reconcileSource(second, start.source, rules);
        if (!once.ok) return;
        expect(decide(once.source, once.source)).toEqual(once.source);
        expect(decide(once.source)).toEqual(once.source);
      })
    );
  });

  it('never leaves a code beside the address of another one', () => {
    fc.assert(
      fc.property(askedOnes, askedOnes, (first, second) => {
        const start = reconcileSource(first, null, rules);
        if (!start.ok) return;
        const kept = decide(second, start.source);
        if ('about' in kept) return;
        const again = decide({ url: kept.url ?? undefined });
        if ('about' in again || again.code === null || kept.url === null) return;
        expect(kept.code).toBe(again.code);
      })
    );
  });
});
