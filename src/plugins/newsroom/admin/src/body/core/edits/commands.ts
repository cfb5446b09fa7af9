import { type BodyLanguage, languageAt } from '../../../../../core/body-language';
import type { Edit, Span } from './edit';
import * as html from './html-blocks';
import * as markdown from './markdown-blocks';
import { type Mark, markAround } from './find-marks';
import { toggleMark } from './marks';

/** What can be done to a selection by one button. */
export type Format =
  'bold' | 'italic' | 'heading2' | 'heading3' | 'quote' | 'bullets' | 'numbers' | 'code';

const MARKS: ReadonlySet<Format> = new Set<Format>(['bold', 'italic', 'code']);
const isMark = (format: Format): format is Mark & Format => MARKS.has(format);

/** Formats what is selected, or takes that format away; in a block of HTML of a Markdown body as in HTML. */
export const toggleFormat = (
  text: string,
  body: BodyLanguage,
  format: Format,
  selection: Span
): Edit => {
  const language = languageAt(text, body, selection.from);
  if (format === 'code' && text.slice(selection.from, selection.to).includes('\n')) {
    return language === 'html'
      ? html.toggleCodeBlock(text, selection)
      : markdown.toggleFence(text, selection);
  }
  if (isMark(format)) return toggleMark(text, language, format, selection);
  const blocks = language === 'html' ? html : markdown;
  if (format === 'quote') return blocks.toggleQuote(text, selection);
  if (format === 'bullets' || format === 'numbers') {
    return blocks.toggleList(text, format, selection);
  }
  return blocks.toggleHeading(text, format === 'heading2' ? 2 : 3, selection);
};

/** The formats that a selection has. */
export const formatsOf = (text: string, body: BodyLanguage, selection: Span): Format[] => {
  const language = languageAt(text, body, selection.from);
  const isHtml = language === 'html';
  const heading = isHtml
    ? html.headingAround(text, selection)
    : markdown.headingAt(text, selection.from);
  const list = isHtml ? html.listAround(text, selection) : markdown.listAt(text, selection.from);
  const isQuoted = isHtml
    ? html.isQuotedIn(text, selection)
    : markdown.isQuoted(text, selection.from);
  const marks = (['bold', 'italic', 'code'] as const).filter(
    (mark) => markAround(text, language, mark, selection) !== null
  );
  return [
    ...marks,
    ...(heading === 2 ? (['heading2'] as const) : []),
    ...(heading === 3 ? (['heading3'] as const) : []),
    ...(isQuoted ? (['quote'] as const) : []),
    ...(list === null ? [] : [list]),
  ];
};
