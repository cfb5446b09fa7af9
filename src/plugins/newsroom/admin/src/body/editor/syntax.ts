import { html } from '@codemirror/lang-html';
import { markdown } from '@codemirror/lang-markdown';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { Compartment, type EditorState, type Extension, Facet } from '@codemirror/state';
import { tags } from '@lezer/highlight';
import type { BodyLanguage } from '../../../../core/body-language';

/** By class, so that the panel's theme gives the colours. */
const highlighting = HighlightStyle.define([
  { tag: tags.heading, class: 'tok-heading' },
  { tag: tags.strong, class: 'tok-strong' },
  { tag: tags.emphasis, class: 'tok-emphasis' },
  { tag: [tags.tagName, tags.angleBracket, tags.processingInstruction], class: 'tok-mark' },
  { tag: [tags.attributeName, tags.labelName], class: 'tok-name' },
  { tag: [tags.attributeValue, tags.url, tags.string, tags.character], class: 'tok-value' },
  { tag: [tags.comment, tags.quote], class: 'tok-comment' },
  { tag: tags.monospace, class: 'tok-code' },
]);

const bodyLanguage = Facet.define<BodyLanguage, BodyLanguage>({
  combine: ([given]) => given ?? 'markdown',
});
const syntax = new Compartment();

/** What the text of an editor is written in. */
export const languageOf = (state: EditorState): BodyLanguage => state.facet(bodyLanguage);

// Neither writes anything by itself: an end tag nobody has typed is a change nobody has made.
const supportFor = (name: BodyLanguage): Extension => [
  bodyLanguage.of(name),
  name === 'html'
    ? html({ autoCloseTags: false })
    : markdown({ addKeymap: false, pasteURLAsLink: false }),
];

/** Has a text taken for HTML or for Markdown, and coloured so. */
export const syntaxOf = (name: BodyLanguage): Extension => [
  syntax.of(supportFor(name)),
  syntaxHighlighting(highlighting),
];

/** Has it taken for the other one from now on. */
export const changeSyntax = (name: BodyLanguage) => syntax.reconfigure(supportFor(name));
