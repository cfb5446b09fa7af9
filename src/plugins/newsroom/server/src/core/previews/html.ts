/** HTML that is safe to put into a page. */
export interface Html {
  readonly html: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeText = (text: string): string =>
  text.replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? character);

type Part = string | number | Html | readonly Html[] | null;

const htmlOf = (part: Part): string => {
  if (part === null) return '';
  if (typeof part === 'string' || typeof part === 'number') return escapeText(String(part));
  return 'html' in part ? part.html : part.map(({ html }) => html).join('');
};

/**
 * Makes HTML of a template: texts in it are escaped, HTML is put in as it is, and null is left out. It is not named
 * `html`: formatters lay out templates of that name, and the page's policy goes by each byte of its style.
 */
export const markup = (pieces: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  html: pieces.reduce((before, piece, at) => before + htmlOf(parts[at - 1] ?? null) + piece),
});
