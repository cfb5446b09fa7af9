import { BLOCK_PATTERN, BLOCK_TAGS, IMPLIED_ENDS, VOID_BLOCKS } from './block-tags';
import { sourcePieces } from './source-pieces';

/** What a body is written in. A Markdown body may hold HTML. */
export type BodyLanguage = 'html' | 'markdown';

/** Why a body is taken for what it is. */
type Reason =
  /** There is nothing to tell by. */
  | 'empty'
  /** No tag of HTML: the text alone. */
  | 'no tags'
  /** Signs of Markdown outside of all blocks of HTML. */
  | 'signs'
  /** Paragraphs outside of all blocks of HTML, parted by empty lines. */
  | 'paragraphs'
  /** Tags, and none of that: what HTML is in either language. */
  | 'tags';

/** What a body is written in, and why it is taken for that. */
export interface LanguageGuess {
  readonly language: BodyLanguage;
  readonly reason: Reason;
}

const SIGNS: readonly RegExp[] = [
  /^ {0,3}#{1,6}[ \t]+\S/mu,
  /^ {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]+\S(?!.*<br)/mu,
  /^ {0,3}>[ \t]?\S/mu,
  /^ {0,3}(?:```|~~~)/mu,
  /^(?=.*\S).*\n {0,3}(?:={3,}|-{3,})[ \t]*$/mu,
  /^\|.+\|[ \t]*$/mu,
  /^\{:.*\}[ \t]*$/mu,
  /^ {0,3}\[[^\]\n]+\]:[ \t]*\S/mu,
  /\[[^\]\n]{0,999}\](?:\([^()\n]{0,999}\)|\[[^\]\n]{0,99}\])/u,
  /\*\*[^\s*][^*\n]{0,999}\*\*/u,
  /(?<![\p{L}\p{N}])__[^\s_][^_\n]{0,999}__(?![\p{L}\p{N}])/u,
  /(?<![`\\])`[^`\n]{1,999}`/u,
];

/** Stands for a block of HTML. */
const BLOCK = '\0';

/** What stands outside of all blocks of HTML, and a sign for each block. */
const outsideOfBlocks = (source: string): { outside: string; hasTags: boolean } => {
  const open: string[] = [];
  let outside = '';
  let hasTags = false;
  for (const { kind, from, to, name = '', isClosing } of sourcePieces(source)) {
    if (kind === 'tag') {
      hasTags = true;
      if (!BLOCK_TAGS.has(name)) {
        if (open.length === 0) outside += name === 'br' ? '<br>' : '';
      } else if (isClosing === true) {
        const at = open.lastIndexOf(name);
        if (at >= 0) open.splice(at);
      } else if (!VOID_BLOCKS.has(name)) {
        const last = open.at(-1) ?? '';
        // A paragraph ends where any other block begins.
        if (last === 'p' || (last === name && IMPLIED_ENDS.has(last))) open.pop();
        open.push(name);
        outside += BLOCK;
      }
    } else if (kind === 'text' && open.length === 0) {
      outside += source.slice(from, to);
    }
  }
  return { outside, hasTags };
};

/**
 * Tells what a body is written in. Where it could be either, it is HTML if it has any tags: what is written in HTML
 * there is right in a Markdown body, too, and not the other way round.
 *
 * @param whenEmpty what a body without any text is
 */
export const guessLanguage = (
  original: string,
  whenEmpty: BodyLanguage = 'markdown'
): LanguageGuess => {
  if (original.trim() === '') return { language: whenEmpty, reason: 'empty' };
  const source = original.replaceAll(/\r\n?/gu, '\n');
  const { outside, hasTags } = outsideOfBlocks(source);
  const text = outside.replaceAll(BLOCK, '\n');
  if (SIGNS.some((sign) => sign.test(text))) return { language: 'markdown', reason: 'signs' };
  if (!hasTags) return { language: 'markdown', reason: 'no tags' };
  const paragraphs = outside
    .split(/\n[ \t]*\n/u)
    .filter((part) => part.trim() !== '' && !part.trim().startsWith(BLOCK));
  // One may be a text of one line after the other; two are how paragraphs of Markdown are written.
  return paragraphs.length > 1
    ? { language: 'markdown', reason: 'paragraphs' }
    : { language: 'html', reason: 'tags' };
};

const BEGINS_BLOCK = new RegExp(`^ {0,3}</?${BLOCK_PATTERN}[\\s/>]`, 'iu');

/** What a place of a body is written in: within a Markdown body, a block of HTML lasts until an empty line. */
export const languageAt = (text: string, language: BodyLanguage, at: number): BodyLanguage => {
  if (language === 'html') return 'html';
  let start = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
  if (text.slice(start, at).trim() === '' && /^\s*(?:\n|$)/u.test(text.slice(at, at + 200))) {
    return 'markdown';
  }
  while (start > 0) {
    const before = text.lastIndexOf('\n', start - 2) + 1;
    if (text.slice(before, start).trim() === '') break;
    start = before;
  }
  return BEGINS_BLOCK.test(text.slice(start, start + 99)) ? 'html' : 'markdown';
};
