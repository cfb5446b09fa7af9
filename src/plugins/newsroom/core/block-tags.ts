/** Elements that make blocks, and so are no part of a paragraph. */
export const BLOCK_TAGS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link main menu nav ol optgroup option p pre ' +
    'script section style summary table tbody td tfoot th thead title tr ul video'
  ).split(' ')
);

/** Those of them that have no end tag. */
export const VOID_BLOCKS: ReadonlySet<string> = new Set(['hr', 'link']);

/** Those whose end tags may be left out, and which another one of them, or a block, ends. */
export const IMPLIED_ENDS: ReadonlySet<string> = new Set(
  'p li dt dd tr td th tbody thead tfoot option'.split(' ')
);

/** The names of the blocks, as the source of a regular expression. */
export const BLOCK_PATTERN = `(?:${[...BLOCK_TAGS].join('|')})`;
