import { type BodyLanguage, guessLanguage } from '../../../../core/body-language';
import { cleanHtml } from './clean-html';
import { fitBlocks } from './fit-blocks';
import { writeHtml } from './write-html';
import { writeMarkdown } from './write-markdown';

/** What the clipboard holds, and where it is to go. */
export interface Pasted {
  readonly html: string;
  readonly plain: string;
  readonly language: BodyLanguage;
  /** Whether it goes into a paragraph of HTML. */
  readonly isInParagraph: boolean;
}

/** What is put into a body. */
export interface PastedSource {
  readonly source: string;
  readonly lostImages: number;
}

/** What editors of source do not write when they give their text colours. */
const STRUCTURE = /<(?:p|h[1-6]|ul|ol|table|a|strong|em|img|blockquote)[\s>]/iu;

/** Whether somebody has copied source, from another editor for instance: it is taken as it is. */
const isSource = (html: string, plain: string): boolean => {
  const { reason } = guessLanguage(plain);
  return reason !== 'empty' && reason !== 'no tags' && !STRUCTURE.test(html);
};

/** What a paragraph of plain text does not have. */
const FORMATTED = 'h1,h2,h3,h4,h5,h6,ul,ol,table,a,strong,em,img,blockquote,pre,hr';

/**
 * What a paste puts into a body: what was formatted, in the language of the body; null where the plain text is to be
 * taken as it is.
 */
export const pastedSource = ({
  html,
  plain,
  language,
  isInParagraph,
}: Pasted): PastedSource | null => {
  if (html.trim() === '' || isSource(html, plain)) return null;
  const { root, lostImages } = cleanHtml(html);
  const isFormatted = root.children.length > 1 || root.querySelector(FORMATTED) !== null;
  if (!isFormatted) return lostImages > 0 && plain === '' ? { source: '', lostImages } : null;
  const source =
    language === 'html' ? fitBlocks(writeHtml(root), isInParagraph) : writeMarkdown(root);
  return { source, lostImages };
};
