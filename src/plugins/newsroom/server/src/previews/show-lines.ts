import { markup, type Html } from '../core/previews/html';
import { renderBody } from '../core/previews/render-body';
import { messages } from '../messages';
import type { RelatedNames } from './related-names';
import type { ShownAttribute } from './shown-attributes';
import type { Writing } from './show-value';

/** A line of a list of what a document says. */
export const line = (label: string, value: Html): Html =>
  markup`<dt>${label}</dt><dd>${value}</dd>`;

/** The names of related documents, as a sentence has them. */
export const showNames = ({ names, isCut }: RelatedNames, { language }: Writing): Html => {
  const all = isCut ? [...names, messages.in(language, 'preview.more')] : names;
  return markup`${new Intl.ListFormat(language).format(all)}`;
};

/** A body, HTML or Markdown. */
export const showBody = (
  { options }: ShownAttribute['attribute'],
  value: unknown,
  { language }: Writing
): Html => {
  const whenEmpty = options?.empty === 'html' ? 'html' : 'markdown';
  const { content, isCut } = renderBody(String(value), whenEmpty);
  const rest = isCut ? markup`<p>${messages.in(language, 'preview.cut')}</p>` : null;
  return markup`<div class="body">${content}${rest}</div>`;
};
