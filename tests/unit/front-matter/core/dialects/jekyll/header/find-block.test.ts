import fc from 'fast-check';

import { findBlock } from '../../../../../../../src/plugins/front-matter/server/src/core/dialects/jekyll/header/find-block';

const contentOf = (text: string): string | null => {
  const block = findBlock(text);
  return block && text.slice(block.contentStart);
};

/**
 * Jekyll's own expression, in JavaScript's terms: `^` and `$` know `\n` alone. Too slow for
 * hostile texts, right for small ones.
 */
const JEKYLL =
  /^(---[ \t\r\n\f\v]*\n[^]*?\n?)(?<=\n)(---|\.\.\.)[ \t\r\n\f\v]*(?:(?=\n)|(?![^]))\n?/;

describe('finding the front matter', () => {
  it.each([
    ['CRLF', '---\r\na: 1\r\n---\r\nbody', 'body'],
    ['spaces after the dashes', '--- \t\na: 1\n---  \nbody', 'body'],
    ['a close of dots', '---\na: 1\n...\nbody', 'body'],
    ['an empty block', '---\n---\nbody', 'body'],
    ['a close at the end of the text', '---\na: 1\n---', ''],
    [
      'blank lines after the close, but not the indentation after them',
      '---\na: 1\n---\n\n \t\n  body',
      '  body',
    ],
    ['a line of dashes in the body', '---\na: 1\n---\nx\n---\ny', 'x\n---\ny'],
    ['a line that begins like a close', '---\na: 1\n---foo\n---\nbody', 'body'],
  ])('takes %s', (_, text, content) => {
    expect(contentOf(text)).toBe(content);
  });

  it.each([
    ['a blank line before it', '\n---\na: 1\n---\n'],
    ['a space before the dashes', ' ---\na: 1\n---\n'],
    ['four dashes', '----\na: 1\n---\n'],
    ['a name after the dashes', '---yaml\na: 1\n---\n'],
    ['no close', '---\na: 1\n'],
    ['bare carriage returns', '---\ra: 1\r---\rbody'],
    ['a no-break space after the dashes', '---\u00a0\na: 1\n---\n'],
  ])('does not take a text with %s', (_, text) => {
    expect(findBlock(text)).toBeNull();
  });

  it('cuts every text where the expression of Jekyll cuts it', () => {
    const pieces = fc.constantFrom(
      '---',
      '...',
      '\n',
      '\r\n',
      ' ',
      '\t',
      'a: 1',
      '-',
      '.',
      'x',
      '\r',
      '\f',
      '\u2028'
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
        const text = `---\n${parts.join('')}`;
        const found = JEKYLL.exec(text);
        expect(contentOf(text)).toBe(found && text.slice(found[0].length));
      }),
      { numRuns: 3000 }
    );
  });
});
