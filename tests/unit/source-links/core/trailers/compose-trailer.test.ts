import fc from 'fast-check';
import {
  type Category,
  composeTrailer,
  compileSourceRules,
  readTrailer,
  rewriteTrailer,
  type Source,
} from '../../../../../src/plugins/source-links/server/src/core';
import { foolers, forms } from '../forms';
import { providers } from '../../providers';

const rules = compileSourceRules({ providers });
const NUMBER = '202203152311122233';
const STORY = `http://finance.eastmoney.com/news/1345,${NUMBER}.html`;
const SHARED = `http://finews.zning.xyz/html_News/NewsShare.html?infoCode=NW${NUMBER}`;
const NONE: Source = { code: null, url: null };
const EVENING: Category = { name: '海滨晚报', address: '/category/haibinwanbao.html' };

const compose = (
  body: string,
  source: Source = NONE,
  categories: readonly Category[] = [],
  by = rules
) => composeTrailer({ body, source, categories }, by);
const edited = (text: string, body: string, source: Source, by = rules) =>
  rewriteTrailer({ text, isSourceEdited: true }, { body, source, categories: [EVENING] }, by);
const linksOf = (content: string, by = rules): string[] =>
  (readTrailer(content, by).trailer?.parts ?? [])
    .filter(({ kind }) => kind === 'label' || kind === 'href')
    .map(({ text }) => text);

describe('composing a trailer', () => {
  it('writes the source, the categories and the front page', () => {
    expect(compose('正文', { code: NUMBER, url: STORY }, [EVENING])).toEqual({
      text: `\n\n<${STORY}>\n\n[返回海滨晚报](/category/haibinwanbao.html)｜[返回首页](/)`,
      lost: [],
    });
  });

  it('writes it in the form that the configuration gives to new posts, and reads it', () => {
    const own = compileSourceRules({
      providers,
      trailers: {
        compose: {
          sourceLine: '原文：{url}',
          backLink: '<a href="{href}">{label}</a>',
          joint: ' / ',
          category: { label: '{name}新闻', href: '//news.example{address}' },
          home: { label: '首页', href: '//news.example/' },
          end: '\n',
        },
      },
    });
    const { text, lost } = compose(
      '正文',
      { code: null, url: 'https://x.example/1' },
      [EVENING],
      own
    );
    expect(text).toBe(
      '\n\n原文：https://x.example/1\n\n<a href="//news.example/category/haibinwanbao.html">海滨晚报新闻</a> / <a href="//news.example/">首页</a>\n'
    );
    expect(lost).toEqual([]);
    expect(readTrailer(`正文${text}`, own)).toMatchObject({
      body: '正文',
      url: 'https://x.example/1',
    });
  });

  it('puts each link on a line of its own, up to as many as a trailer has', () => {
    const own = compileSourceRules({ providers, trailers: { compose: { joint: '\n' } } });
    const few = compose('正文', { code: NUMBER, url: STORY }, [EVENING], own);
    expect(few.text).toMatch(/\n\n\[返回海滨晚报\]\(\S+\)\n\[返回首页\]\(\/\)$/);
    const many = compose(
      '正文',
      NONE,
      Array.from({ length: 9 }, () => EVENING),
      own
    );
    expect(many.lost).toEqual([]);
    expect(linksOf(`正文${many.text}`, own)).toHaveLength(20);
  });

  it('makes the URL from a code that has none stored', () => {
    const { text, lost } = compose('正文', { code: `NW${NUMBER}`, url: null });
    expect(text).toContain(`<${SHARED}>`);
    expect(lost).toEqual([]);
  });

  it('ends lines as the body does', () => {
    const body = '甲\r\n乙\n丙';
    const { text } = compose(body, { code: NUMBER, url: STORY }, [EVENING]);
    expect(text.replace(/\r\n/g, '')).not.toMatch(/\n/);
    expect(readTrailer(body + text, rules)).toMatchObject({ body, url: STORY });
  });

  it('writes links back alone for a post without a source', () => {
    const { text } = compose('正文', NONE, [EVENING]);
    expect(text).toBe('\n\n[返回海滨晚报](/category/haibinwanbao.html)｜[返回首页](/)');
  });

  it.each([
    ['a link back is the only one', '正文'],
    ['the body ends in links of its own', '正文\n\n[返回甲](/a)｜[返回乙](/b)'],
  ])('writes an empty source line where %s', (_why, body) => {
    const { text, lost } = compose(body);
    expect(text).toBe('\n\n<>\n\n[返回首页](/)');
    expect(lost).toEqual([]);
    expect(readTrailer(body + text, rules)).toMatchObject({ body, url: null });
  });

  it('writes one where the form of sources has no marks', () => {
    const own = compileSourceRules({ providers, trailers: { compose: { sourceLine: '{url}' } } });
    expect(compose('正文', NONE, [], own)).toEqual({ text: '\n\n<>\n\n[返回首页](/)', lost: [] });
    expect(compose('正文', { code: NUMBER, url: STORY }, [], own).lost).toEqual([]);
  });

  it('says what no trailer can carry', () => {
    expect(compose('正文', { code: NUMBER, url: null }).lost).toEqual(['code']);
    expect(compose('正文', { code: null, url: 'javascript:alert(1)' }).lost).toEqual(['url']);
    expect(compose('正文', NONE, [{ name: '甲](/x)', address: '/a' }]).lost).toEqual(['backLinks']);
    const bare = compileSourceRules({ providers, trailers: { compose: { home: false } } });
    expect(compose('正文', { code: null, url: 'https://x.example/' }, [], bare).lost).toEqual([
      'body',
      'url',
    ]);
  });

  it('writes a lone URL of nobody known where the rules take it for a source', () => {
    const any = compileSourceRules({
      providers,
      trailers: { loneLinks: 'any', compose: { home: false } },
    });
    expect(compose('正文', { code: null, url: 'https://x.example/' }, [], any)).toEqual({
      text: '\n\n<https://x.example/>',
      lost: [],
    });
  });

  it('ends lines as old Macs did where the body does', () => {
    const { text, lost } = compose('甲\r乙', { code: NUMBER, url: STORY }, [EVENING]);
    expect(text).not.toContain('\n');
    expect(lost).toEqual([]);
  });

  it('writes nothing where there is nothing to write, unless the body would be taken for it', () => {
    const bare = compileSourceRules({
      providers,
      trailers: { compose: { home: false, category: false } },
    });
    expect(compose('正文', NONE, [EVENING], bare)).toEqual({ text: '', lost: [] });
    const body = `正文\n\n<${STORY}>`;
    expect(compose(body, NONE, [], bare)).toEqual({ text: '\n\n<>', lost: [] });
  });
});

describe('every composed trailer', () => {
  const word = fc.stringMatching(/^[\p{L}\p{N}()［］｜、. -]{1,12}$/u);
  const category = fc.record({
    name: word.map((text) => text.trim() || '甲'),
    address: fc.webPath().map((path) => path || '/'),
  });
  const source = fc.oneof(
    fc.constant(NONE),
    fc
      .stringMatching(/^[0-9]{18}$/)
      .chain((number) =>
        fc.constantFrom<Source>(
          { code: number, url: `http://hk.eastmoney.com/news/1533,${number}.html` },
          { code: `NW${number}`, url: null },
          { code: null, url: `https://paper.example/${number}?a=b#c` }
        )
      )
  );
  const piece = fc.oneof(
    fc.constantFrom(
      ...['\n', '\r\n', '\n\n', '<>', '[返回甲](/a)｜', '[返回乙](/b)', `<${STORY}>`, '<', ' '],
      ...foolers.map(([, content]) => content),
      ...forms.map(({ body, trailer }) => body + trailer)
    ),
    fc.string({ unit: 'binary', maxLength: 8 })
  );
  const body = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
  const joint = fc.constantFrom('｜', '\n', ' | ');

  it('is read back as the same source, links and body', () => {
    fc.assert(
      fc.property(
        body,
        source,
        fc.array(category, { maxLength: 6 }),
        joint,
        (text, from, categories, between) => {
          const by = compileSourceRules({ providers, trailers: { compose: { joint: between } } });
          const composed = compose(text, from, categories, by);
          expect(composed.lost).toEqual([]);
          const read = readTrailer(text + composed.text, by);
          expect(read.body).toBe(text.trimEnd());
          expect(read.code).toBe(from.code);
          expect(read.url).toBe(
            from.url ?? (from.code && SHARED.replace(`NW${NUMBER}`, from.code))
          );
          const links = [...categories, { name: '首页', address: '/' }];
          expect(linksOf(text + composed.text, by)).toEqual(
            links.flatMap(({ name, address }) => [name, address])
          );
        }
      ),
      { numRuns: 1000 }
    );
  });

  it('is written again, byte for byte, when its source is edited and edited back', () => {
    fc.assert(
      fc.property(body, fc.array(category, { maxLength: 3 }), (text, categories) => {
        const from = { code: NUMBER, url: STORY };
        const first = compose(text, from, categories);
        const trimmed = text.trimEnd();
        const other = { code: `NW${NUMBER}`, url: SHARED };
        const second = edited(first.text, text, other);
        expect(second.lost).toEqual([]);
        expect(readTrailer(text + second.text, rules)).toMatchObject({ body: trimmed, ...other });
        expect(edited(second.text, text, from)).toEqual(first);
      })
    );
  });
});

describe('writing a recorded trailer again', () => {
  it.each(forms)('gives the recorded bytes of $name while nobody edits the source', (form) => {
    const { body, trailer, code, url } = form;
    const ending = { body, source: { code, url }, categories: [EVENING] };
    expect(rewriteTrailer({ text: trailer, isSourceEdited: false }, ending, rules)).toEqual({
      text: trailer,
      lost: [],
    });
  });

  it('says when a body has come to end in what reads as a trailer, and leaves the bytes alone', () => {
    const body = `正文\n\n<${STORY}>`;
    for (const text of ['', '\n\n[返回甲](/a)｜[返回首页](/)']) {
      const ending = { body, source: NONE, categories: [] };
      expect(rewriteTrailer({ text, isSourceEdited: false }, ending, rules)).toEqual({
        text,
        lost: ['body'],
      });
    }
  });

  it.each(forms.filter(({ url }) => url !== null))(
    'keeps the form of $name and exchanges its URL',
    ({ body, trailer, url }) => {
      const other = {
        code: 'NW202203152311129999',
        url: SHARED.replace(NUMBER, '202203152311129999'),
      };
      const { text, lost } = edited(trailer, body, other);
      expect(text).toBe(trailer.replace(url ?? '', other.url));
      expect(lost).toEqual([]);
    }
  );

  it('fills an empty source line, and empties one', () => {
    const empty = '\n\n<>\n\n[返回甲](/a)\n[返回首页](/)\n';
    const filled = empty.replace('<>', `<${STORY}>`);
    expect(edited(empty, '正文', { code: NUMBER, url: STORY }).text).toBe(filled);
    expect(edited(filled, '正文', NONE)).toEqual({ text: empty, lost: [] });
  });

  it('puts a source line before links back that had none', () => {
    const links = '\n\n[返回甲](../a/)\n[返回首页](../)';
    const { text, lost } = edited(links, '正文', { code: NUMBER, url: STORY });
    expect(text).toBe(`\n\n<${STORY}>${links}`);
    expect(lost).toEqual([]);
  });

  it('composes one where the file had none', () => {
    const { text } = edited('', '正文', { code: NUMBER, url: STORY });
    expect(text).toBe(compose('正文', { code: NUMBER, url: STORY }, [EVENING]).text);
    expect(edited('', '正文', NONE)).toEqual({ text: '', lost: [] });
  });

  it('says when a bare link’s form cannot tell the new URL from the body’s own', () => {
    const { text, lost } = edited(`\n\n<${STORY}>`, '正文', {
      code: null,
      url: 'https://x.example/',
    });
    expect(text).toBe('\n\n<https://x.example/>');
    expect(lost).toEqual(['body', 'url']);
  });

  it('leaves a trailer that no rule reads any more, and says that the source is not in it', () => {
    const { text, lost } = edited('\n\n源：x', '正文', { code: NUMBER, url: STORY });
    expect(text).toBe('\n\n源：x');
    expect(lost).toEqual(['body', 'code', 'url']);
  });
});
