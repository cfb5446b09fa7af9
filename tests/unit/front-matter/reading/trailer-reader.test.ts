import type { Layout } from '../../../../src/plugins/front-matter/server/src/core/fit/layout';
import { trailerReader } from '../../../../src/plugins/front-matter/server/src/reading/trailer-reader';
import { providers } from '../../source-links/providers';

const layoutWith = (...fields: string[]): Layout => ({
  fields: new Map(fields.map((name) => [name, { name, type: 'text' } as never])),
  keys: new Map(),
  terms: [],
  draftAndPublish: true,
});
const ALL = layoutWith('sourceUrl', 'sourceCode', 'sourceName');
const NUMBER = '202203152311122233';
const STORY = `http://finance.eastmoney.com/news/1345,${NUMBER}.html`;
const BODY = '<p>正文（文章来源：海滨晚报）</p>';

describe('the end of a post’s text', () => {
  it('leaves the body for the attributes that there are', () => {
    const trailer = `\n\n<${STORY}>\n\n[返回滚动新闻](../emnews/)｜[返回首页](../)`;
    expect(trailerReader(ALL, { providers }, null)(BODY + trailer)).toEqual({
      body: BODY,
      trailer,
      url: STORY,
      code: NUMBER,
      key: NUMBER,
      name: '海滨晚报',
    });
  });

  it.each([['sourceName'], ['sourceCode'], ['sourceKey'], []])(
    'stays in the body, and is read, where a type has no attribute for the address but %p',
    (...fields) => {
      const content = `${BODY}\n\n<${STORY}>`;
      expect(trailerReader(layoutWith(...fields), { providers }, null)(content)).toMatchObject({
        body: content,
        trailer: '',
        code: NUMBER,
        name: '海滨晚报',
      });
    }
  );

  it('is read by the forms of the configuration and by those of the archive', () => {
    const configured = {
      trailers: { sourceLines: ['原文：{url}'], backLinks: ['[Up to {label}]({href})'] },
    };
    const own = { sourceLines: ['来自 {url}'], loneLinks: 'any' };
    const read = trailerReader(ALL, configured, own);
    for (const line of ['原文：https://x.example/1', '来自 https://x.example/1']) {
      const content = `正文\n\n${line}\n\n[Up to 甲](/a) [Up to 乙](/b)`;
      expect(read(content)).toMatchObject({ body: '正文', url: 'https://x.example/1' });
      expect(read(`正文\n\n${line}`)).toMatchObject({ body: '正文', url: 'https://x.example/1' });
    }
    expect(trailerReader(ALL, configured, null)('正文\n\n<https://x.example/1>').url).toBeNull();
  });
});
