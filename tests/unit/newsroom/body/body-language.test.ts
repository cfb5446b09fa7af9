import fc from 'fast-check';
import { guessLanguage, languageAt } from '../../../../src/plugins/newsroom/core/body-language';
import { sourcePieces } from '../../../../src/plugins/newsroom/core/source-pieces';

describe('what a body is written in', () => {
  it.each([
    ['<p>一</p>\n<p>二</p>', 'tags'],
    ['<p>一<p>二', 'tags'],
    ['一<br>二<br />三', 'tags'],
    ['1. 一<br>\n2. 二<br>', 'tags'],
    ['<h2>题</h2>文字<br>文字\n\n<h2>题</h2>文字', 'tags'],
    ['<div>\n\n# 不是标题\n\n**不是粗体**\n\n</div>', 'tags'],
    ['<!-- # no heading -->\n<p>一</p>', 'tags'],
    ['<pre># code\n- code</pre>', 'tags'],
    ['<table>\n<tr><td>- a\n<td>b\n</table>\n', 'tags'],
    ['<script>\n# x\n</script>\n<p>a</p>', 'tags'],
    ['{% include a.html %}\n<p>一</p>', 'tags'],
    ['<p>一</p>\r\n\r\n<p>二</p>\r\n', 'tags'],
  ])('is HTML: %j', (source, reason) => {
    expect(guessLanguage(source)).toEqual({ language: 'html', reason });
  });

  it.each([
    ['只有文字', 'no tags'],
    ['a < b and c > d', 'no tags'],
    ['<http://example.com/>', 'no tags'],
    ['# 题\n\n文字', 'signs'],
    ['# 题\r\r文字<br>', 'signs'],
    ['- 一\n- 二\n\n<p>x</p>', 'signs'],
    ['<div class="note">\n<p>注</p>\n</div>\n\n文字 **粗** 文字', 'signs'],
    ['文字 [链接](/a/)<br>', 'signs'],
    ['![](/uploads/a.png)', 'signs'],
    ['```\n<p>code</p>\n```', 'signs'],
    ['Title\n=====\n\n<p>x</p>', 'signs'],
    ['第一段\n\n第二段<sup>1</sup>\n\n<div>x</div>', 'paragraphs'],
    ['{% if x %}{% endif %}文字', 'no tags'],
  ])('is Markdown: %j', (source, reason) => {
    expect(guessLanguage(source)).toEqual({ language: 'markdown', reason });
  });

  it('is what the field says where there is nothing to tell by', () => {
    expect(guessLanguage(' \r\n ', 'html')).toEqual({ language: 'html', reason: 'empty' });
    expect(guessLanguage('')).toEqual({ language: 'markdown', reason: 'empty' });
  });

  it('is HTML in a block of HTML of a Markdown body, until an empty line', () => {
    const source = '文字\n\n<div>\n注\n</div>\n\n文字';
    const at = (words: string): string => languageAt(source, 'markdown', source.lastIndexOf(words));
    expect(languageAt(source, 'markdown', 1)).toBe('markdown');
    expect(at('注')).toBe('html');
    expect(at('</div>')).toBe('html');
    expect(at('文字')).toBe('markdown');
    expect(languageAt(source, 'html', 0)).toBe('html');
    expect(languageAt('\n\n', 'markdown', 1)).toBe('markdown');
  });

  it('is told of any text, however broken', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      'p',
      '</p',
      '<!--',
      '{%',
      '{{',
      '%}',
      ' ',
      '\n',
      'a="'
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }).map((all) => all.join('')),
        (source) => {
          const pieces = sourcePieces(source);
          expect(pieces.map(({ from, to }) => source.slice(from, to)).join('')).toBe(source);
          expect(['html', 'markdown']).toContain(guessLanguage(source).language);
        }
      )
    );
  });

  it('is told of what never ends as fast as of any other', () => {
    for (const part of ['<!--', '{%', '<a "', '<p ', '<script>', '[a', '**a', '`', '> ', '<div>']) {
      const source = part.repeat(30_000);
      expect(['html', 'markdown']).toContain(guessLanguage(source).language);
    }
  });
});
