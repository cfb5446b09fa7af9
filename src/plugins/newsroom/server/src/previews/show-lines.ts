import { markup, type Html } from '../core/previews/html';
import { renderBody } from '../core/previews/render-body';
import { messages } from '../messages';
import type { Taken } from './page-room';
import type { RelatedNames } from '../reading/related-names';
import type { ShownAttribute } from './shown-attributes';
import type { Writing } from './show-value';

/** A line of a list of what a document says. */
export const line = (label: string, value: Html): Html =>
  markup`<dt>${label}</dt><dd>${value}</dd>`;

/** The names of related documents, as a sentence has them. */
export const showNames = ({ names, isCut }: RelatedNames, { language }: Writing): Html => {
  const all = [...names.values(), ...(isCut ? [messages.in(language, 'preview.more')] : [])];
  return markup`${new Intl.ListFormat(language).format(all)}`;
};

/** Says that there is more than is shown. */
export const showCut = ({ language }: Writing): Html =>
  markup`<p>${messages.in(language, 'preview.cut')}</p>`;

/** A body, HTML or Markdown. */
export const showBody = (
  { options }: ShownAttribute['attribute'],
  taken: Taken,
  writing: Writing
): Html => {
  const whenEmpty = options?.empty === 'html' ? 'html' : 'markdown';
  const { content, isCut } = renderBody(taken.text, whenEmpty);
  const rest = isCut || taken.isCut ? showCut(writing) : null;
  return markup`<div class="body">${content}${rest}</div>`;
};
