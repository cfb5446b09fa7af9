import sanitize from 'sanitize-html';

import type { Html } from './html';

const TAGS = (
  'a abbr audio b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption ' +
  'figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p picture pre q rp rt ruby s samp section small source span ' +
  'strong sub summary sup table tbody td tfoot th thead time tr track u ul var video wbr'
).split(' ');

const LIQUID = /\{[{%]/u;

/** What Liquid makes of an address is known to the generator alone. */
const withoutLiquid = (attributes: sanitize.Attributes): sanitize.Attributes =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => !LIQUID.test(value)));

/** The page is in a frame, or somebody else's: what is linked opens beside it. */
const openBeside: sanitize.Transformer = (tagName, attributes) => {
  const attribs = withoutLiquid(attributes);
  const isWithin = attribs['href']?.startsWith('#') !== false;
  return {
    tagName,
    attribs: isWithin ? attribs : { ...attribs, target: '_blank', rel: 'noopener noreferrer' },
  };
};

const OPTIONS: sanitize.IOptions = {
  allowedTags: TAGS,
  allowedAttributes: {
    '*': ['id', 'dir', 'lang', 'title'],
    a: ['href', 'target', 'rel'],
    audio: ['src', 'controls'],
    col: ['span'],
    colgroup: ['span'],
    details: ['open'],
    img: ['src', 'alt', 'width', 'height'],
    ol: ['start', 'reversed', 'type'],
    source: ['src', 'type', 'media'],
    td: ['colspan', 'rowspan'],
    th: ['colspan', 'rowspan', 'scope'],
    time: ['datetime'],
    track: ['src', 'kind', 'srclang', 'label'],
    video: ['src', 'poster', 'controls', 'width', 'height'],
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['http', 'https', 'data'] },
  allowedSchemesAppliedToAttributes: ['href', 'src', 'poster'],
  // What stands in these is no text of the document.
  nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'template', 'title'],
  transformTags: {
    '*': (tagName, attributes) => ({ tagName, attribs: withoutLiquid(attributes) }),
    a: openBeside,
    // To screen readers, one without a text is its address.
    img: (tagName, attributes) => ({ tagName, attribs: { alt: '', ...attributes } }),
  },
};

/** HTML of a document without anything that runs, sends, frames, or makes the page look like another. */
export const cleanHtml = (source: string): Html => ({ html: sanitize(source, OPTIONS) });
