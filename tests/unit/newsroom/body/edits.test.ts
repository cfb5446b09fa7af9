import fc from 'fast-check';
import type { BodyLanguage } from '../../../../src/plugins/newsroom/core/body-language';
import {
  type Format,
  formatsOf,
  toggleFormat,
} from '../../../../src/plugins/newsroom/admin/src/body/core/edits/commands';
import type { Edit } from '../../../../src/plugins/newsroom/admin/src/body/core/edits/edit';
import {
  isLinkAddress,
  linkAround,
  removeLink,
  setLink,
} from '../../../../src/plugins/newsroom/admin/src/body/core/edits/links';
import { continueBlock } from '../../../../src/plugins/newsroom/admin/src/body/core/edits/markdown-blocks';
import { writtenImage } from '../../../../src/plugins/newsroom/admin/src/body/core/edits/written';

/** What is selected of a text that has it between signs; a cursor where there is one sign. */
const read = (marked: string) => {
  const from = marked.indexOf('‹');
  const to = marked.indexOf('›');
  return from < 0
    ? {
        text: marked.replace('|', ''),
        selection: { from: marked.indexOf('|'), to: marked.indexOf('|') },
      }
    : { text: marked.replace(/[‹›]/gu, ''), selection: { from, to: to - 1 } };
};

const applied = (text: string, { changes, selection }: Edit): string => {
  let result = '';
  let at = 0;
  for (const { from, to, insert } of changes) {
    result += text.slice(at, from) + insert;
    at = to;
  }
  result += text.slice(at);
  const { from, to } = selection;
  return from === to
    ? `${result.slice(0, from)}|${result.slice(from)}`
    : `${result.slice(0, from)}‹${result.slice(from, to)}›${result.slice(to)}`;
};

const toggled = (marked: string, language: BodyLanguage, format: Format): string => {
  const { text, selection } = read(marked);
  return applied(text, toggleFormat(text, language, format, selection));
};

describe('a command of the editor', () => {
  it.each<[BodyLanguage, Format, string, string]>([
    ['markdown', 'bold', '重‹要›的', '重**‹要›**的'],
    ['markdown', 'bold', '一| 二', '一**|** 二'],
    ['markdown', 'italic', 'a ‹word › b', 'a *‹word* › b'],
    ['markdown', 'code', '‹x`y›', '`` ‹x`y› ``'],
    ['markdown', 'bold', '见‹“报道”›吧', '见<strong>‹“报道”›</strong>吧'],
    ['markdown', 'bold', '- ‹一\n- 二›', '- **‹一**\n- **二›**'],
    ['markdown', 'italic', '**‹粗›**', '***‹粗›***'],
    ['html', 'bold', '<p>重‹要›</p>', '<p>重<strong>‹要›</strong></p>'],
    ['html', 'italic', '<p>‹一</p>\n<p>二›</p>', '<p><em>‹一</em></p>\n<p><em>二›</em></p>'],
    ['html', 'code', '<p>‹x›</p>', '<p><code>‹x›</code></p>'],
    ['html', 'bold', '<p>|</p>', '<p><strong>|</strong></p>'],
    ['markdown', 'heading2', '一|二', '## 一|二'],
    ['markdown', 'heading3', '## 一|二', '### 一|二'],
    ['html', 'heading2', '<p class="a">一|</p>', '<h2 class="a">一|</h2>'],
    ['html', 'heading3', '<h2>一|</h2>', '<h3>一|</h3>'],
    ['html', 'heading2', '  一|  ', '  <h2>一|</h2>  '],
    ['html', 'heading2', '|', '<h2>|</h2>'],
    ['markdown', 'quote', '‹一\n\n二›', '> ‹一\n> \n> 二›'],
    [
      'html',
      'quote',
      '<p>‹一</p>\n<p>二›</p>',
      '<blockquote>\n<p>‹一</p>\n<p>二›</p>\n</blockquote>',
    ],
    ['markdown', 'bullets', '‹一\n\n二›', '- ‹一\n\n- 二›'],
    ['markdown', 'numbers', '‹- 一\n- 二›', '‹1. 一\n2. 二›'],
    ['html', 'bullets', '<p>‹一</p>\n<p>二›</p>', '<ul>\n<li>‹一</li>\n<li>二›</li>\n</ul>'],
    ['html', 'numbers', '‹一\n二›', '<ol>\n<li>‹一</li>\n<li>二›</li>\n</ol>'],
    ['html', 'numbers', '<ul>\n<li>一|</li>\n</ul>', '<ol>\n<li>一|</li>\n</ol>'],
    ['markdown', 'code', '‹a\nb›', '```\n‹a\nb›\n```'],
    ['html', 'code', '‹a\nb›', '<pre><code>‹a\nb›</code></pre>'],
    ['markdown', 'bold', '文\n\n<div>\n‹注›\n</div>', '文\n\n<div>\n<strong>‹注›</strong>\n</div>'],
  ])('in %s, %s makes of %j %j', (language, format, before, after) => {
    expect(toggled(before, language, format)).toBe(after);
  });

  it.each<[BodyLanguage, Format, string, string]>([
    ['markdown', 'bold', '重**‹要›**的', '重‹要›的'],
    ['markdown', 'bold', '‹**要**›', '‹要›'],
    ['markdown', 'bold', '__要|的__', '要|的'],
    ['markdown', 'bold', '***‹粗›***', '*‹粗›*'],
    ['markdown', 'italic', '***‹粗›***', '**‹粗›**'],
    ['markdown', 'bold', '一**|** 二', '一| 二'],
    ['markdown', 'bold', '见<strong>‹“报道”›</strong>吧', '见‹“报道”›吧'],
    ['html', 'bold', '<p><b class="x">一|</b></p>', '<p>一|</p>'],
    ['html', 'heading2', '<h2 id="a">一|</h2>', '<p id="a">一|</p>'],
    ['markdown', 'heading2', '## 一|', '一|'],
    ['markdown', 'quote', '> ‹一\n> 二›', '‹一\n二›'],
    ['html', 'quote', '<blockquote>\n<p>一|</p>\n</blockquote>', '<p>一|</p>'],
    ['markdown', 'bullets', '- ‹一\n- 二›', '‹一\n二›'],
    ['html', 'bullets', '<ul>\n<li>‹一</li>\n<li>二›</li>\n</ul>\n', '<p>‹一</p>\n<p>二›</p>\n'],
    ['markdown', 'code', '```\n‹a\nb›\n```', '‹a\nb›'],
    ['html', 'code', '<pre><code>‹a\nb›</code></pre>', '‹a\nb›'],
  ])('in %s, %s takes away again what makes of %j %j', (language, format, before, after) => {
    expect(toggled(before, language, format)).toBe(after);
  });

  it('tells the formats that a selection has', () => {
    const of = (marked: string, language: BodyLanguage): Format[] => {
      const { text, selection } = read(marked);
      return formatsOf(text, language, selection);
    };
    expect(of('## 一**二|**', 'markdown')).toEqual(['bold', 'heading2']);
    expect(of('> 一 `x|`', 'markdown')).toEqual(['code', 'quote']);
    expect(of('1. 一|', 'markdown')).toEqual(['numbers']);
    expect(of('<ul><li><em>一|</em></li></ul>', 'html')).toEqual(['italic', 'bullets']);
    expect(of('<h3>一|</h3>', 'html')).toEqual(['heading3']);
    expect(of('<p>**一|**</p>', 'html')).toEqual([]);
    expect(of('* a|\n* b', 'markdown')).toEqual(['bullets']);
  });

  it('changes nothing but what it puts in and takes away, and leaves a selection within the text', () => {
    const piece = fc.constantFrom(
      ...[
        '<p>',
        '</p>',
        '<strong>',
        '</b>',
        '<ul>',
        '<li>',
        '</li>',
        '</ul>',
        '<blockquote>',
        '<pre>',
      ],
      ...[
        '**',
        '*',
        '`',
        '_',
        '# ',
        '- ',
        '1. ',
        '> ',
        '\n',
        '\n\n',
        ' ',
        '中',
        'word',
        '“',
        '[',
        '](',
      ]
    );
    const formats: Format[] = [
      ...(['bold', 'italic', 'heading2', 'heading3'] as const),
      ...(['quote', 'bullets', 'numbers', 'code'] as const),
    ];
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }).map((all) => all.join('')),
        fc.constantFrom<BodyLanguage>('html', 'markdown'),
        fc.constantFrom(...formats),
        fc.nat(),
        fc.nat(),
        (text, language, format, one, other) => {
          const [from = 0, to = 0] = [one, other]
            .map((at) => at % (text.length + 1))
            .sort((a, b) => a - b);
          const edit = toggleFormat(text, language, format, { from, to });
          let at = 0;
          for (const change of edit.changes) {
            expect(change.from).toBeGreaterThanOrEqual(at);
            expect(change.to).toBeGreaterThanOrEqual(change.from);
            at = change.to;
            // Signs and tags alone are put in or taken away, and no text.
            expect(change.insert).toMatch(/^(?:[<>/a-z0-9 \n*`#.-])*$/u);
            expect(text.slice(change.from, change.to)).not.toMatch(/中|word|“/u);
          }
          const after = applied(text, edit);
          expect(after.replaceAll(/[^中“]/gu, '')).toBe(text.replaceAll(/[^中“]/gu, ''));
          const { selection } = edit;
          expect(selection.from).toBeGreaterThanOrEqual(0);
          expect(selection.to).toBeGreaterThanOrEqual(selection.from);
          expect(selection.to).toBeLessThanOrEqual(after.length);
        }
      )
    );
  });
});

describe('a link', () => {
  const link = { address: '/a b(1)/?x="1"&y', label: '读 *这* [里]' };
  it.each<[BodyLanguage, string, string]>([
    ['html', '<p>‹字›</p>', '<p><a href="/a%20b(1)/?x=&quot;1&quot;&amp;y">字</a>|</p>'],
    ['markdown', '‹字›', '[字](/a%20b%281%29/?x=%221%22&y)|'],
    ['markdown', '|', String.raw`[读 \*这\* \[里\]](/a%20b%281%29/?x=%221%22&y)|`],
    ['markdown', '[字|](/old "题")', '[字](/a%20b%281%29/?x=%221%22&y "题")|'],
    [
      'html',
      '<a class="c" href=\'/old\'>字|</a>',
      '<a class="c" href=\'/a%20b(1)/?x=&quot;1&quot;&amp;y\'>字</a>|',
    ],
  ])('in %s makes of %j %j', (language, before, after) => {
    const { text, selection } = read(before);
    expect(applied(text, setLink(text, language, selection, link))).toBe(after);
  });

  it('is left alone where it leads there already', () => {
    const { text, selection } = read('<a href="/?a=1&amp;b=2">字|</a>');
    expect(linkAround(text, 'html', selection)?.leadsTo).toBe('/?a=1&b=2');
    const same = setLink(text, 'html', selection, { address: '/?a=1&b=2', label: '' });
    expect(applied(text, same)).toBe('<a href="/?a=1&amp;b=2">字|</a>');
    const other = setLink(text, 'html', selection, { address: '/?a=1&b=3', label: '' });
    expect(applied(text, other)).toBe('<a href="/?a=1&amp;b=3">字</a>|');
  });

  it('is taken away, and leaves what is read', () => {
    for (const marked of ['一[二|三](/a)四', '一<a href="/a">二|三</a>四']) {
      const { text, selection } = read(marked);
      const found = linkAround(text, 'markdown', selection);
      expect(found && applied(text, removeLink(found, selection))).toBe('一二|三四');
    }
  });

  it('leads nowhere that runs something', () => {
    expect(isLinkAddress(' java\tscript:alert(1)'.replace('\t', ''))).toBe(false);
    expect(isLinkAddress('\u0001javascript:alert(1)')).toBe(false);
    expect(isLinkAddress('')).toBe(false);
    expect(isLinkAddress('/a/')).toBe(true);
    expect(isLinkAddress('mailto:a@example.com')).toBe(true);
  });
});

describe('an image', () => {
  it('is written so that its text and address are read as they are', () => {
    const image = { address: '/uploads/a (1).png', alt: '"港口" <夜> [景]\n{{ x }}' };
    expect(writtenImage('html', image)).toBe(
      '<img src="/uploads/a%20(1).png" alt="&quot;港口&quot; &lt;夜&gt; [景] &#123;{ x }}">'
    );
    expect(writtenImage('markdown', image)).toBe(
      String.raw`!["港口" \<夜\> \[景\] &#123;{ x }}](/uploads/a%20%281%29.png)`
    );
  });
});

describe('Enter in a list', () => {
  it('begins the next item, and ends the list in an empty one', () => {
    expect(continueBlock('- 一', 3)).toEqual({ insert: '\n- ', from: 3 });
    expect(continueBlock('  9. 一二', 6)).toEqual({ insert: '\n  10. ', from: 6 });
    expect(continueBlock('> 一', 3)).toEqual({ insert: '\n> ', from: 3 });
    expect(continueBlock('- ', 2)).toEqual({ insert: '', from: 0 });
    expect(continueBlock('- 一', 0)).toBeNull();
    expect(continueBlock('文字', 2)).toBeNull();
  });
});
