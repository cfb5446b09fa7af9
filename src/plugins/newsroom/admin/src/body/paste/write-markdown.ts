import TurndownService from 'turndown';
import { isReadAsMark } from '../core/edits/marks';
import { writeBlock } from './write-html';

const marked = (sign: string, tag: string) => (content: string, node: TurndownService.Node) => {
  if (content.trim() === '') return content;
  const before = (node.previousSibling?.textContent ?? '').at(-1);
  const after = (node.nextSibling?.textContent ?? '').at(0);
  return isReadAsMark({ before, part: content, after })
    ? `${sign}${content}${sign}`
    : `<${tag}>${content}</${tag}>`;
};

const createWriter = (): TurndownService => {
  const writer = new TurndownService({
    headingStyle: 'atx',
    hr: '---',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    emDelimiter: '*',
    br: '  ',
  });
  // Markdown has no table that all read alike, and none with joined cells.
  writer.addRule('table', {
    filter: 'table',
    replacement: (_, node) => `\n\n${writeBlock(node as unknown as Element)}\n\n`,
  });
  writer.addRule('bold', { filter: 'strong', replacement: marked('**', 'strong') });
  writer.addRule('italic', { filter: 'em', replacement: marked('*', 'em') });
  writer.addRule('item', {
    filter: 'li',
    replacement: (content, node) => {
      const list = node.parentElement;
      const at = [...(list?.children ?? [])].indexOf(node as unknown as Element);
      const sign = list?.tagName === 'OL' ? `${at + 1}. ` : '- ';
      const text = content.trim().replaceAll(/\n(?=.)/gu, `\n${' '.repeat(sign.length)}`);
      return `${sign}${text}${node.nextSibling ? '\n' : ''}`;
    },
  });
  writer.keep(['sup', 'sub', 'del']);
  return writer;
};

let writer: TurndownService | null = null;

/** Clean HTML as Markdown; what Markdown has no signs for stays HTML. */
export const writeMarkdown = (root: HTMLElement): string =>
  (writer ??= createWriter()).turndown(root);
