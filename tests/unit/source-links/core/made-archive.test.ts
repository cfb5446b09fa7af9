import fc from 'fast-check';
import {
  compileSourceRules,
  readTrailer,
  writeTrailer,
} from '../../../../src/plugins/source-links/server/src/core';
import { providers } from '../providers';

/** Posts put together as the generators of news archives do, from parts of which each is known. */
const rules = compileSourceRules({ providers });
const STORY = 'http://finance.eastmoney.com/news/1345,202203152311122233.html';

const number = fc.stringMatching(/^20[0-9]{16}$/);
const word = fc.stringMatching(
  /^[\p{Script=Han}A-Za-z0-9]{1,6}( {1,2}[A-Za-z0-9]{1,6})?(\([\p{Script=Han}a-z]{1,3}\))?$/u
);
const eol = fc.constantFrom('\n', '\r\n');
const blank = fc.constantFrom('', '', '', ' ', '  ', '\u3000', '\t');

/** What an address is in the file, and what is in it. */
const address = fc.oneof(
  fc
    .record({
      number,
      host: fc.constantFrom('finance', 'hk', 'stock', 'forex', 'futures', 'mss', 'bond'),
      column: fc.stringMatching(/^[0-9]{3,5}$/),
      scheme: fc.constantFrom('http', 'https'),
    })
    .map(({ number: id, host, column, scheme }) => ({
      url: `${scheme}://${host}.eastmoney.com/news/${column},${id}.html`,
      code: id,
      key: id,
    })),
  fc
    .record({
      number,
      host: fc.constantFrom('finews.zning.xyz', 'choicewzp1.eastmoney.com'),
      more: fc.constantFrom('', '&from=app', '#top'),
    })
    .map(({ number: id, host, more }) => ({
      url: `http://${host}/html_News/NewsShare.html?infoCode=NW${id}${more}`,
      code: `NW${id}`,
      key: id,
    })),
  fc
    .webUrl({ withQueryParameters: true, validSchemes: ['http', 'https'] })
    .filter((url) => !/utm_|spm|clid|["<>\\]|hm/i.test(url))
    .map((url) => ({ url, code: null, key: null }))
);

/** The generator did not know the address. */
const NOWHERE = { url: '', code: null, key: null };

const medium = word.map((name) => name.trim());
const html = fc
  .record({ name: medium, cut: fc.boolean(), crlf: fc.boolean(), link: fc.boolean() })
  .map(({ name, cut, crlf, link }) => {
    const shown = cut
      ? `<span web="1" href="http://q.example/1" class="keytip">${name.slice(0, 1)}</span><span id="q_1"></span>${name.slice(1)}`
      : name;
    const own = link ? `<a href="${STORY}">${STORY}</a>` : '';
    const text = `<p>正文${own} 结束 </p>${crlf ? '\r\n' : ''} <p class="em_media">（文章来源：${shown}）</p>`;
    return { text, name: name.replace(/\s+/g, ' ') };
  });
const prose = fc
  .constantFrom(
    '海滨市今年新增公园十二处。',
    '港口开航\n\n港口昨日开航。（中新网）',
    `前文\n\n<${STORY}>\n\n后文`,
    `见 <${STORY}>。`,
    '正文\n\n[返回甲](/a)\n\n完',
    '<>\n\n完',
    '　　段一\n　　段二'
  )
  .map((text) => ({ text, name: null }));
const digested = fc.tuple(prose, html).map(([digest, { text, name }]) => ({
  text: `> ${digest.text.split('\n')[0] ?? ''}\n\n${text}`,
  name,
}));
const body = fc.oneof(html, prose, digested);

const section = fc
  .record({
    medium,
    base: fc.constantFrom('./', '../', '//news.example/', 'https://news.example/', '/'),
  })
  .chain(({ medium: name, base }) =>
    fc
      .constantFrom(`${base}emnews/`, `${base}${name}/`, `${base}category/${name}.html`)
      .map((href) => ({
        base,
        lines: [`[返回${name}新闻](${href})`, `[返回首页](${base})`],
      }))
  );
/** Stands for a line end until it is known which: no name can hold it. */
const EOL = '\ue000';

const joint = fc.constantFrom('｜', '|', ' ｜ ', EOL);

const post = fc
  .record({
    body,
    source: fc.oneof(fc.constant(null), fc.constant(NOWHERE), address),
    footer: fc.option(section),
    joint,
    eol,
    blank,
    end: fc.constantFrom('', EOL, EOL + EOL),
  })
  // An address without links back is a provider's, or no trailer at all.
  .filter(
    ({ source, footer }) => footer !== null || source === NOWHERE || (source?.code ?? null) !== null
  )
  .map(({ body: text, source, footer, joint: between, eol: line, blank: space, end }) => {
    const parts = [
      ...(source === null ? [] : [`<${source.url}>${space}`]),
      ...(footer === null ? [] : [footer.lines.join(between)]),
    ];
    const written = parts.map((part) => `\n\n${part}`).join('') + space + end;
    return {
      body: text.text,
      trailer: written.replaceAll(EOL, '\n').replace(/\n/g, line),
      name: text.name,
      source: source ?? null,
    };
  });

describe('a made archive', () => {
  it('is read as it was made, and written back byte for byte', () => {
    fc.assert(
      fc.property(post, ({ body: text, trailer, name, source }) => {
        const read = readTrailer(text + trailer, rules);
        expect(read.body).toBe(text);
        expect(writeTrailer(read.trailer)).toBe(trailer);
        expect({ url: read.url, code: read.code, key: read.key, name: read.name }).toEqual({
          url: source?.url || null,
          code: source?.code ?? null,
          key: source?.key ?? null,
          name,
        });
      }),
      { numRuns: 3000 }
    );
  });
});
