import { renderBlocks } from '../../../../../src/plugins/newsroom/server/src/core/previews/render-blocks';
import { renderBody } from '../../../../../src/plugins/newsroom/server/src/core/previews/render-body';

const shown = (source: string): string => renderBody(source, 'markdown').content.html;

describe('a body on a page', () => {
  it('is read as the language that it is in', () => {
    expect(shown('**港口**')).toBe('<p><strong>港口</strong></p>\n');
    expect(shown('<p>*1*</p>\n<p>b</p>')).toBe('<p>*1*</p>\n<p>b</p>');
    expect(shown('# A\n\n| a | b |\n|---|---|\n| 1 | 2 |\n')).toContain('<td>1</td>');
  });

  it.each([
    ['<p>a<script>alert(1)</script></p>', '<p>a</p>'],
    ['<p><img src="/a.png" onerror="alert(1)"></p>', '<p><img alt="" src="/a.png" /></p>'],
    [
      '<p><a href="javascript:alert(1)">b</a></p>',
      '<p><a target="_blank" rel="noopener noreferrer">b</a></p>',
    ],
    [
      '<p><a href=" jAvA\tscript:alert(1)">b</a></p>',
      '<p><a target="_blank" rel="noopener noreferrer">b</a></p>',
    ],
    ['<p><iframe src="https://example.com"></iframe></p>', '<p></p>'],
    ['<form action="/admin"><input name="a"><button>b</button></form><p>c</p>', 'b<p>c</p>'],
    ['<base href="https://example.com/"><p>a</p>', '<p>a</p>'],
    ['<meta http-equiv="refresh" content="0;url=https://example.com"><p>a</p>', '<p>a</p>'],
    ['<p><svg onload="alert(1)"><script>alert(1)</script></svg></p>', '<p></p>'],
    ['<p style="position:fixed" class="x" onclick="a()">a</p>', '<p>a</p>'],
    ['<link rel="stylesheet" href="/a.css"><style>p{}</style><p>a</p>', '<p>a</p>'],
    ['<p><object data="a"></object><embed src="a"></p>', '<p></p>'],
    ['<p><img src="/a" srcset="javascript:a 1x" alt="x"></p>', '<p><img alt="x" src="/a" /></p>'],
    ['<p><noscript><img src=x onerror=alert(1)></noscript></p>', '<p></p>'],
    [
      '<p><a href="data:text/html,x">b</a></p>',
      '<p><a target="_blank" rel="noopener noreferrer">b</a></p>',
    ],
  ])('does no harm as %s', (source, expected) => {
    expect(shown(source)).toBe(expected);
  });

  it('opens what it links to beside it, but for its own places', () => {
    expect(shown('[a](https://example.com/b "c") [d](#e)')).toBe(
      '<p><a href="https://example.com/b" title="c" target="_blank" rel="noopener noreferrer">a</a> <a href="#e">d</a></p>\n'
    );
  });

  it('has Liquid as it is written, and no address that is made of it', () => {
    expect(shown('<p>{{ page.title }}<img src="{{ site.url }}/a.png" alt="b"></p>')).toBe(
      '<p>{{ page.title }}<img alt="b" /></p>'
    );
  });

  it('is cut where it is as long as a book, and says so', () => {
    const { content, isCut } = renderBody('字'.repeat(400_000), 'markdown');
    expect([content.html.length < 101_000, isCut]).toEqual([true, true]);
    expect(renderBody('short', 'markdown').isCut).toBe(false);
  });

  it('takes no time that others would notice, however it is tangled', () => {
    const pieces = [
      ...[
        '> ',
        '<b>',
        '- ',
        '[',
        '![',
        '**a',
        '<div><',
        '`',
        '<p ',
        '&#',
        '<x>',
        '<p><b>',
        '<svg>',
      ],
      ...['<b>a</b>', '<li>', '<br>', '![a](/b)', '| a ', '<!--', '{%', '<a href="', '_a'],
    ];
    const slow = pieces.filter((piece) => {
      const source = piece.repeat(100_000 / piece.length);
      const started = performance.now();
      renderBody(source, 'markdown');
      // It is a fraction of that on a machine that does nothing else.
      return performance.now() - started > 3000;
    });
    expect(slow).toEqual([]);
  });

  it('is its source where it is too tangled to be read', () => {
    expect(shown('<b>'.repeat(400))).toBe(`<pre>${'&lt;b&gt;'.repeat(400)}</pre>`);
    expect(shown('<p>a<br>'.repeat(400))).toContain('<br />');
  });
});

describe('blocks on a page', () => {
  it('are what Strapi’s editor makes of them', () => {
    const text = (words: string, more: object = {}) => ({ type: 'text', text: words, ...more });
    expect(
      renderBlocks([
        { type: 'heading', level: 2, children: [text('<A>')] },
        {
          type: 'paragraph',
          children: [
            text('b', { bold: true, code: true }),
            { type: 'link', url: 'javascript:alert(1)', children: [text('c')] },
          ],
        },
        {
          type: 'list',
          format: 'ordered',
          children: [{ type: 'list-item', children: [text('d')] }],
        },
        { type: 'image', image: { url: '/e.png', alternativeText: '"f"' } },
        { type: 'script', children: [text('g')] },
      ]).html
    ).toBe(
      '<h2>&lt;A&gt;</h2><p><strong><code>b</code></strong>' +
        '<a target="_blank" rel="noopener noreferrer">c</a></p><ol><li>d</li></ol>' +
        '<p><img alt="&quot;f&quot;" src="/e.png" /></p>g'
    );
  });

  it('are nothing where they are of another form, or deeper than anybody writes', () => {
    expect(renderBlocks({ a: 1 }).html).toBe('');
    expect(renderBlocks([null, 1, { type: 'list', children: 'x' }]).html).toBe('<ul></ul>');
    let deep: object = { type: 'text', text: 'x' };
    for (let at = 0; at < 1000; at += 1) deep = { type: 'quote', children: [deep] };
    expect(renderBlocks([deep]).html).not.toContain('x');
  });
});
