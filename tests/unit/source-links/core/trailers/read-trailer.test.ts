import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import {
  compileSourceRules,
  composeTrailer,
  readTrailer,
  writeTrailer,
} from '../../../../../src/plugins/source-links/server/src/core';
import { plainText } from '../../../../../src/plugins/source-links/server/src/core/sources/plain-text';
import { foolers, forms } from '../forms';
import { providers } from '../../providers';

const rules = compileSourceRules({ providers });
const whole = (content: string): string => {
  const { body, trailer } = readTrailer(content, rules);
  return body + writeTrailer(trailer);
};

describe('reading a trailer', () => {
  it.each(forms)('reads $name', ({ body, trailer, url, code, key, source, links }) => {
    const read = readTrailer(body + trailer, rules);
    expect(read).toMatchObject({ body, url, code, key, name: source });
    expect(writeTrailer(read.trailer)).toBe(trailer);
    const hrefs = read.trailer?.parts.filter(({ kind }) => kind === 'href');
    if (links !== undefined) expect(hrefs).toHaveLength(links);
  });

  it.each(foolers)('leaves %s in the body', (_name, content) => {
    expect(readTrailer(content, rules)).toMatchObject({
      body: content,
      trailer: null,
      url: null,
      code: null,
    });
  });

  it('leaves a link that may not be followed in the body, and takes the links back off', () => {
    const read = readTrailer('正文\n\n<javascript:alert(1)>\n\n[返回甲](/a)｜[返回首页](/)', rules);
    expect(read).toMatchObject({ body: '正文\n\n<javascript:alert(1)>', url: null });
  });

  it('gives a link without its tracking parameters, and writes it back with them', () => {
    const trailer =
      '\n\n<http://finews.zning.xyz/html_News/NewsShare.html?utm_source=x&infoCode=NW202203152311122233>';
    const read = readTrailer(`正文${trailer}`, rules);
    expect(read.url).toBe(
      'http://finews.zning.xyz/html_News/NewsShare.html?infoCode=NW202203152311122233'
    );
    expect(writeTrailer(read.trailer)).toBe(trailer);
  });

  it('writes a source line with another link, and all else as it stood', () => {
    const { trailer } = readTrailer('正文\n\n<>\n\n[返回甲](/a)\n[返回首页](/)\n', rules);
    expect(writeTrailer(trailer, { url: 'https://x.example/1' })).toBe(
      '\n\n<https://x.example/1>\n\n[返回甲](/a)\n[返回首页](/)\n'
    );
  });

  it('leaves a link that ends a sentence in the body, and takes the links back off', () => {
    const body = '全文见\nhttps://x.example/1';
    const read = readTrailer(`${body}\n\n[返回甲](/a)｜[返回首页](/)`, rules);
    expect(read).toMatchObject({ body, url: null });
  });

  it('takes lone links of nobody known for sources where the configuration says so', () => {
    const any = compileSourceRules({ providers, trailers: { loneLinks: 'any' } });
    for (const link of ['<https://x.example/1>', 'https://x.example/1']) {
      const read = readTrailer(`正文\n\n${link}\n`, any);
      expect(read).toMatchObject({ body: '正文', url: 'https://x.example/1', code: null });
      expect(writeTrailer(read.trailer)).toBe(`\n\n${link}\n`);
      expect(readTrailer(`见：\n${link}`, any).trailer).toBeNull();
    }
  });

  it('reads forms that the configuration adds', () => {
    const own = compileSourceRules({
      providers,
      trailers: {
        sourceLines: ['原文：{url}'],
        backLinks: ['<a href="{href}">{label}</a>'],
        separators: ['|'],
      },
    });
    const trailer = '\n\n原文：https://x.example/1\n\n<a href="/a">甲</a> | <a href="/">首页</a>\n';
    const read = readTrailer(`正文${trailer}`, own);
    expect(read).toMatchObject({ body: '正文', url: 'https://x.example/1' });
    expect(writeTrailer(read.trailer)).toBe(trailer);
  });

  it('keeps the label and address of each link back apart', () => {
    const { trailer } = readTrailer('正文\n\n[返回[甲]乙](/a(b).html)｜[返回首页](/)', rules);
    const slots = trailer?.parts.filter(({ kind }) => kind !== 'text').map(({ text }) => text);
    expect(slots).toEqual(['[甲]乙', '/a(b).html', '首页', '/']);
  });
});

describe('every content', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '\n',
      '\r\n',
      '\n\n',
      ' ',
      '<',
      '>',
      '<>',
      '｜',
      '[返回',
      '](',
      ')',
      '（文章来源：',
      '）',
      '<p>',
      '</p>',
      '[返回首页](/)',
      '[返回甲](//h/a(b).html)',
      '<http://finance.eastmoney.com/news/1,202203152311122233.html>',
      '<https://x.example/>',
      'javascript:',
      '<!--',
      '-->',
      '\u{1F600}',
      '\ud800'
    ),
    fc.string({ unit: 'binary', maxLength: 6 })
  );

  it('is its body and its trailer, byte for byte', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const content = pieces.join('');
        expect(whole(content)).toBe(content);
      }),
      { numRuns: 2000 }
    );
  });

  it('has no trailer left once it has been taken off a known form', () => {
    for (const { body } of forms) expect(readTrailer(body, rules).trailer).toBeNull();
  });
});

describe('hostile contents', () => {
  const source = { code: null, url: 'https://x.example/1' };
  const repeat = (text: string) => (size: number) => text.repeat(Math.ceil(size / text.length));
  const hostile: readonly (readonly [string, (size: number) => string])[] = [
    ['opening brackets', repeat('<')],
    ['tags that never close', repeat('<a ')],
    ['comments that never close', repeat('<!-- ')],
    ['empty links', repeat('<>\n\n')],
    ['links back', repeat('[返回甲](/a)｜')],
    ['lines of links back', repeat('[返回甲](/a)\n')],
    ['separators', repeat('｜')],
    ['halves of links back', repeat(')｜[返回')],
    ['blank lines', repeat('\n')],
    ['spaces', repeat(' ')],
    ['space before separators', repeat(' ｜')],
    ['mentions of a source', repeat('（文章来源：')],
    ['a URL without end', (size) => `<http://${repeat('a')(size)}>`],
    ['ampersands', (size) => `<http://x.example/?${repeat('&')(size)}>`],
    ['entities', repeat('&#1')],
  ];

  // Work is counted, not timed: a text that watches every look at it.
  const looks = (read: () => void): number => {
    let count = 0;
    const spied = [
      'charCodeAt',
      'indexOf',
      'lastIndexOf',
      'startsWith',
      'endsWith',
      'slice',
      'trim',
    ] as const;
    const spies = spied.map((name) => {
      const original = String.prototype[name] as (this: string, ...rest: unknown[]) => unknown;
      return jest.spyOn(String.prototype, name).mockImplementation(function (
        this: string,
        ...rest: unknown[]
      ) {
        const result = original.apply(this, rest);
        // A search costs what it passes over, the rest at most what it gives back.
        if (name === 'indexOf')
          count +=
            result === -1
              ? this.length - Number(rest[1] ?? 0)
              : Number(result) - Number(rest[1] ?? 0);
        else if (name === 'lastIndexOf')
          count += Number(rest[1] ?? this.length) - Math.max(0, Number(result));
        else count += typeof result === 'string' ? Math.min(result.length, 64) : 1;
        return result as never;
      });
    });
    try {
      read();
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
    return count;
  };

  it.each(hostile)('cost no more than their length allows: %s', (_name, make) => {
    const work = (read: (content: string) => void, size: number): number => {
      const hostileContent = make(size);
      return looks(() => {
        read(hostileContent);
      });
    };
    for (const read of [
      (text: string) => readTrailer(text, rules),
      (body: string) => composeTrailer({ body, source, categories: [] }, rules),
      plainText,
    ]) {
      const small = work(read, 20_000);
      expect(work(read, 200_000)).toBeLessThanOrEqual(Math.max(small * 12, 400_000));
    }
    const content = make(200_000);
    expect(whole(content)).toBe(content);
  });
});

const shared = path.join(
  __dirname,
  '..',
  '..',
  '..',
  '..',
  '..',
  '..',
  'shared',
  'archives',
  'finews'
);

describe('a real archive', () => {
  if (!existsSync(shared)) it('is not beside the project: skipped', () => undefined);

  const files = existsSync(shared)
    ? ['_posts', 'old_post'].flatMap((folder) =>
        readdirSync(path.join(shared, folder)).map((name) => path.join(shared, folder, name))
      )
    : [];
  const contentOf = (file: string): string =>
    readFileSync(file, 'utf8').replace(/^\s*---\s*\n[^]*?\n---\s*\n/, '');

  if (files.length > 0)
    it.each(files.map((file) => [path.basename(file), file]))('gives %s back', (name, file) => {
      const content = contentOf(file);
      const read = readTrailer(content, rules);
      expect(read.body + writeTrailer(read.trailer)).toBe(content);
      expect(read.body).not.toMatch(/返回首页|^<[^<>]*>$/m);
      const last = content
        .split('\n')
        .filter((line) => /^<\S*>$/.test(line))
        .pop();
      expect(read.url).toBe(last === undefined || last === '<>' ? null : last.slice(1, -1));
      const number = /(NW)?\d{18}/.exec(name)?.[0];
      expect(read.code).toBe(read.url === null ? null : number);
      expect(read.key).toBe(read.url === null ? null : number?.replace('NW', ''));
      const named = /（文章来源：(.*?)）/.exec(content.replace(/<[^<>]*>/g, ''))?.[1];
      expect(read.name).toBe(named ?? null);
    });
});
