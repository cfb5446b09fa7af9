/** A content in one of the shapes that generators of news archives have written, and what is in it. */
export interface Form {
  readonly name: string;
  /** How many links back there are. */
  readonly links?: number;
  readonly body: string;
  readonly trailer: string;
  readonly url: string | null;
  readonly code: string | null;
  readonly key: string | null;
  readonly source: string | null;
}

const NUMBER = '202203152311122233';
const STORY = `http://finance.eastmoney.com/news/1345,${NUMBER}.html`;
const SHARED = `http://finews.zning.xyz/html_News/NewsShare.html?infoCode=NW${NUMBER}`;
const DIGEST = '海滨市今年新增公园十二处，市民步行十分钟可达。';
const HTML = '<p>港口昨日开航。</p><p class="em_media">（文章来源：海滨晚报）</p>';

const numeric = { url: STORY, code: NUMBER, key: NUMBER, source: null } as const;
const footer = (home: string, section: string, joint: string) =>
  `\n\n[返回滚动新闻](${section})${joint}[返回首页](${home})`;

export const forms: readonly Form[] = [
  { name: 'a digest and a link', body: DIGEST, trailer: `\n\n<${STORY}>`, ...numeric },
  { name: 'a link and a line end', body: DIGEST, trailer: `\n\n<${STORY}>\n`, ...numeric },
  ...[
    ['links below the site', './', './emnews/', '\n'],
    ['links above', '../', '../emnews/', '\n'],
    ['links to a host', '//news.example/', '//news.example/emnews/', '\n'],
    ['links on one line', '//news.example/', '//news.example/emnews/', '｜'],
    ['a section without "category"', '//news.example/', '//news.example/haibinwanbao/', '｜'],
    [
      'a section with brackets',
      '//news.example/',
      '//news.example/category/a(b)｜c (d).html',
      '｜',
    ],
  ].map(([name = '', home = '', section = '', joint = '']) => ({
    name,
    body: DIGEST,
    trailer: `\n\n<${STORY}>${footer(home, section, joint)}`,
    links: 2,
    ...numeric,
  })),
  {
    name: 'an HTML body and a shared link',
    body: HTML,
    trailer: `\n\n<${SHARED}>${footer('//news.example/', '//news.example/category/haibinwanbao.html', '｜')}`,
    url: SHARED,
    code: `NW${NUMBER}`,
    key: NUMBER,
    source: '海滨晚报',
  },
  {
    name: 'the older shared host',
    body: '港口开航\n\n港口昨日开航。',
    trailer: `\n\n<http://choicewzp1.eastmoney.com/html_News/NewsShare.html?infoCode=NW${NUMBER}>${footer('//news.example/', '//news.example/haibinwanbao/', '｜')}`,
    url: `http://choicewzp1.eastmoney.com/html_News/NewsShare.html?infoCode=NW${NUMBER}`,
    code: `NW${NUMBER}`,
    key: NUMBER,
    source: null,
  },
  {
    name: 'an empty link',
    body: `> ${DIGEST}\n\n<p>港口昨日开航。</p><p class="em_media">（文章来源：海滨<span id="q_1"><a href="http://q.example/1">晚报</a></span><span id="q_2"></span>）</p>`,
    trailer: `\n\n<>${footer('//news.example/', '//news.example/emnews/', '｜')}`,
    url: null,
    code: null,
    key: null,
    source: '海滨晚报',
  },
  {
    name: 'line ends of two kinds',
    body: `<p>港口</p>\r\n <p>开航</p>\n <p>了</p>`,
    trailer: `\r\n\r\n<${STORY}>\r\n\r\n[返回滚动新闻](../emnews/)\r\n[返回首页](../)\r\n`,
    ...numeric,
  },
  {
    name: 'line ends of old Macs',
    body: `港口开航\r\r${DIGEST}`,
    trailer: `\r\r<${STORY}>\r\r[返回滚动新闻](../emnews/)\r[返回首页](../)\r`,
    ...numeric,
  },
  {
    name: 'blank space around every line, of every width',
    body: DIGEST,
    trailer: ` \u3000\n\n \u3000<${STORY}>\u00a0 \n\n\u3000\u3000[返回滚动新闻](../emnews/)  \n   [返回首页](../)\u3000\n\ufeff`,
    ...numeric,
  },
  ...['|', ' | ', '丨', '·', ' / ', '、', ' ', '\u3000', '&nbsp;|&nbsp;', ''].map((joint) => ({
    name: `links joined by ${JSON.stringify(joint)}`,
    body: DIGEST,
    trailer: `\n\n<${STORY}>${footer('//news.example/', '//news.example/a/b c.html', joint)}`,
    links: 2,
    ...numeric,
  })),
  {
    name: 'marks of full width around a link',
    body: DIGEST,
    trailer: `\n\n＜${STORY}＞${footer('../', '../emnews/', '\n')}`,
    ...numeric,
  },
  {
    name: 'a link without marks',
    body: DIGEST,
    trailer: `\n\n${STORY}${footer('../', '../emnews/', '\n')}`,
    ...numeric,
  },
  {
    name: 'a link without marks and nothing else',
    body: DIGEST,
    trailer: `\n\n${STORY}`,
    ...numeric,
  },
  {
    name: 'a provider’s link of another shape',
    body: DIGEST,
    trailer: '\n\n<http://stock.eastmoney.com/a/202203152311122233.html>',
    ...numeric,
    url: 'http://stock.eastmoney.com/a/202203152311122233.html',
    code: null,
    key: null,
  },
  {
    name: 'a link of nobody known, with links back',
    body: DIGEST,
    trailer: `\n\n<https://paper.example/2022/a?b=c>${footer('../', '../emnews/', '\n')}`,
    url: 'https://paper.example/2022/a?b=c',
    code: null,
    key: null,
    source: null,
  },
  {
    name: 'links back and no link to the source',
    body: DIGEST,
    trailer: footer('../', '../emnews/', '\n'),
    url: null,
    code: null,
    key: null,
    source: null,
  },
  {
    name: 'nothing',
    body: `${DIGEST}\n`,
    trailer: '',
    url: null,
    code: null,
    key: null,
    source: null,
  },
  {
    name: 'a link and no body',
    body: '',
    trailer: `<${STORY}>${footer('../', '../emnews/', '\n')}`,
    ...numeric,
  },
];

/** Contents whose end only looks like a trailer. */
export const foolers: readonly (readonly [name: string, content: string])[] = [
  ['a link on a line of its own in the middle', `前文\n\n<${STORY}>\n\n后文`],
  ['a one-line HTML body', '<p>港口昨日开航。</p>'],
  ['a one-line HTML body with an address', `<a href="${STORY}">${STORY}</a>`],
  ['a reference of a writer’s own', '参考：\n\n<https://github.com/example/project/issues/1>'],
  ['a script for a link', '正文\n\n<javascript:alert(1)>'],
  [
    'a link with a password',
    `正文\n\n<http://me:secret@finance.eastmoney.com/news/1345,${NUMBER}.html>`,
  ],
  ['a link inside a sentence', `见 <${STORY}>`],
  ['a link that ends a sentence on a line of its own', `全文见\n${STORY}`],
  ['a link that ends a sentence in a paragraph of its own', `全文见：\n\n${STORY}。`],
  ['a link in a block of code', `用法：\n\n    <${STORY}>`],
  ['a link in a block of code behind a tab', `用法：\n\n\t<${STORY}>`],
  ['a single link back', '正文\n\n[返回目录](#toc)'],
  ['an empty pair of brackets after a line', '正文\n<>'],
  [
    'a lookalike host',
    `正文\n\n<http://finance.eastmoney.com.evil.example/news/1345,${NUMBER}.html>`,
  ],
  ['lines of links back with a word after them', `正文\n\n${'[返回甲](/a)\n'.repeat(3)}x`],
  ['five lines of links back', `正文\n\n${'[返回甲](/a)\n'.repeat(5)}`],
  ['only blank space', ' \n\n\t\n'],
];
