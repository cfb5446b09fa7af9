import fc from 'fast-check';
import {
  codeOfUrl,
  compileSourceRules,
  keyOfCode,
  linkOf,
  urlOfCode,
} from '../../../../../src/plugins/source-links/server/src/core';
import { providers } from '../../providers';

const rules = compileSourceRules({ providers });
const NUMBER = '202202172279266059';
const SHARED = `http://finews.zning.xyz/html_News/NewsShare.html?infoCode=NW${NUMBER}`;

describe('a code', () => {
  it('makes the address of its provider', () => {
    expect(urlOfCode(`NW${NUMBER}`, rules)).toBe(SHARED);
  });

  it.each([NUMBER, 'NW123', '', 'hello'])('makes none where its provider cannot: %j', (code) => {
    expect(urlOfCode(code, rules)).toBeNull();
  });

  it('shares a key with its story’s other code', () => {
    expect(keyOfCode(`NW${NUMBER}`, rules)).toBe(NUMBER);
    expect(keyOfCode(NUMBER, rules)).toBe(NUMBER);
    expect(keyOfCode('ABC-1', rules)).toBeNull();
  });

  it('comes back out of the address that it makes', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{18}$/), (number) => {
        const url = urlOfCode(`NW${number}`, rules);
        expect(url === null ? null : codeOfUrl(url, rules)).toBe(`NW${number}`);
      })
    );
  });
});

describe('an address', () => {
  it.each([
    [SHARED, `NW${NUMBER}`],
    [
      `https://choicewzp1.eastmoney.com/html_News/NewsShare.html?a=b&infoCode=NW${NUMBER}#top`,
      `NW${NUMBER}`,
    ],
    [`http://finance.eastmoney.com/news/11060,${NUMBER}.html`, NUMBER],
    [`http://bond.eastmoney.com/news/1,${NUMBER}.html`, NUMBER],
    [`HTTP://HK.EASTMONEY.COM/news/1533,${NUMBER}.html`, NUMBER],
  ])('of a known shape gives its code: %s', (url, code) => {
    expect(codeOfUrl(url, rules)).toBe(code);
  });

  it.each([
    'https://example.org/',
    'http://finews.zning.xyz/',
    `http://example.org/html_News/NewsShare.html?infoCode=NW${NUMBER}`,
    `http://finews.zning.xyz/html_News/NewsShare.html?infoCode=NW${NUMBER}0`,
    `http://finews.zning.xyz/html_News/NewsShare.html?infoCode=`,
    `http://finance.eastmoney.com/news/,${NUMBER}.html`,
    `http://finance.eastmoney.com/news/a/b,${NUMBER}.html`,
    `http://finance.eastmoney.com/x/news/1,${NUMBER}.html`,
    `http://finance.eastmoney.com/news/1,${NUMBER}.html.html`,
    `http://eastmoney.com.example.org/news/1,${NUMBER}.html`,
    'javascript:alert(1)',
    'not a url',
  ])('of another shape gives none: %s', (url) => {
    expect(codeOfUrl(url, rules)).toBeNull();
  });
});

describe('an address with a code of any letters', () => {
  const own = compileSourceRules({
    providers: [
      {
        name: 'paper',
        hosts: ['paper.example'],
        code: '.+',
        address: 'https://{host}/新闻/{code}.html',
      },
    ],
  });

  it.each(['晚报-1', 'a b', 'a/b', '50%'])('gives %j back', (code) => {
    const url = urlOfCode(code, own);
    expect(codeOfUrl(url ?? '', own)).toBe(code);
  });

  it('gives it however its escapes are written', () => {
    for (const path of ['%e6%96%b0%e9%97%bb/%e6%99%9a', '%E6%96%B0%E9%97%BB/晚', '新闻/晚']) {
      expect(codeOfUrl(`https://paper.example/${path}.html`, own)).toBe('晚');
    }
    expect(codeOfUrl('https://paper.example/新闻/%zz.html', own)).toBe('%zz');
  });
});

describe('a canonical host', () => {
  const OTHER = `NW${NUMBER.replace(/9$/, '8')}`;
  const moved = compileSourceRules({ providers, canonicalHosts: { infocode: 'news.example' } });
  const there = `http://news.example/html_News/NewsShare.html?infoCode=`;

  it('may be given to a provider that comes with the plugin', () => {
    expect(linkOf({ code: `NW${NUMBER}`, url: SHARED }, moved)).toBe(`${there}NW${NUMBER}`);
    expect(urlOfCode(OTHER, moved)).toBe(`${there}${OTHER}`);
  });

  it('is one that the provider’s addresses are known by', () => {
    expect(codeOfUrl(`${there}${OTHER}`, moved)).toBe(OTHER);
    expect(codeOfUrl(SHARED, moved)).toBe(`NW${NUMBER}`);
  });

  it('of a provider that may be anywhere is for addresses of its shape alone', () => {
    const anywhere = compileSourceRules({
      providers: [
        {
          name: 'shared',
          hosts: ['*'],
          canonicalHost: 'news.example',
          code: 'W[0-9]+',
          address: 'https://{host}/w/{code}',
        },
      ],
    });
    expect(linkOf({ code: null, url: 'http://a.example/w/W1' }, anywhere)).toBe(
      'https://news.example/w/W1'
    );
    expect(linkOf({ code: null, url: 'http://a.example/x' }, anywhere)).toBe('http://a.example/x');
  });
});

describe('the link to follow', () => {
  const moved = compileSourceRules({
    providers: [
      {
        name: 'infocode',
        hosts: ['finews.zning.xyz'],
        canonicalHost: 'news.example.org',
        code: 'NW(?<key>[0-9]{18})',
        address: 'https://{host}/html_News/NewsShare.html?infoCode={code}',
      },
      { name: 'paper', hosts: ['old.paper.example'], canonicalHost: 'paper.example' },
      { name: 'web', hosts: ['*'] },
    ],
  });

  it('is the stored address, as long as nobody has moved', () => {
    expect(linkOf({ code: `NW${NUMBER}`, url: SHARED }, rules)).toBe(SHARED);
  });

  it('is at the canonical host once there is one, and nothing else of it changes', () => {
    expect(linkOf({ code: null, url: `${SHARED}&x=%7e#Top` }, moved)).toBe(
      `https://news.example.org/html_News/NewsShare.html?infoCode=NW${NUMBER}&x=%7e#Top`
    );
  });

  it('moves with its host where the provider has no codes', () => {
    expect(linkOf({ code: null, url: 'http://old.paper.example/a' }, moved)).toBe(
      'http://paper.example/a'
    );
  });

  it('is made from the code where no address is stored', () => {
    expect(linkOf({ code: `NW${NUMBER}`, url: null }, moved)).toBe(
      `https://news.example.org/html_News/NewsShare.html?infoCode=NW${NUMBER}`
    );
    expect(linkOf({ code: NUMBER, url: '' }, rules)).toBeNull();
  });

  it.each(['javascript:alert(1)', 'http://a:b@example.org/', 'x'])('is never %s', (url) => {
    expect(linkOf({ code: null, url }, rules)).toBeNull();
  });
});
