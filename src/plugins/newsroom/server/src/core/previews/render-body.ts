import MarkdownIt from 'markdown-it';

import { type BodyLanguage, guessLanguage } from '../../../../core/body-language';
import { cleanHtml } from './clean-html';
import { markup, type Html } from './html';
import { isTangled } from './is-tangled';

const markdown = new MarkdownIt({ html: true });

/** Characters of a body that are shown: one so long is a book, and to render more would keep others waiting. */
const LONGEST = 100_000;

/** What a body looks like. */
export interface RenderedBody {
  readonly content: Html;
  /** Whether there is more than is shown. */
  readonly isCut: boolean;
}

/**
 * A body as it will be read, HTML or Markdown, without anything that could do harm. Liquid is shown as it is written,
 * and so is a body that is too tangled to be read.
 *
 * @param whenEmpty what a body without text is taken for
 */
export const renderBody = (source: string, whenEmpty: BodyLanguage): RenderedBody => {
  const shown = source.slice(0, LONGEST);
  const isCut = source.length > LONGEST;
  if (isTangled(shown)) return { content: markup`<pre>${shown}</pre>`, isCut };
  const { language } = guessLanguage(shown, whenEmpty);
  return { content: cleanHtml(language === 'html' ? shown : markdown.render(shown)), isCut };
};
