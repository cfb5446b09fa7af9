/**
 * What generators put after a post: a line with the story's source, and links back to the site's
 * pages. Its parts, in order, give its text again; those that are not `text` are what a writer may
 * wish to change.
 */
export interface Trailer {
  readonly parts: readonly TrailerPart[];
}

export interface TrailerPart {
  /** `url`: the source as it stood, empty in `<>`. `label` and `href`: one of each for a link back. */
  readonly kind: 'text' | 'url' | 'label' | 'href';
  readonly text: string;
}

/**
 * Writes a trailer. Without changes that is the text it was read from; with a `url`, the source line
 * names that one.
 */
export function writeTrailer(
  trailer: Trailer | null,
  changes: { readonly url?: string } = {}
): string {
  if (trailer === null) return '';
  return trailer.parts
    .map(({ kind, text }) => (kind === 'url' ? (changes.url ?? text) : text))
    .join('');
}
