import { PATH_WORDS, type PathFacts } from './path-words';

/** A type's pattern, read once. */
export interface PathPattern {
  readonly text: string;
  readonly parts: readonly PatternPart[];
  /** Whether it ends in a slash, which a rendered path then does too. */
  readonly slashAtEnd: boolean;
}

/** What stands between two slashes. */
interface PatternPart {
  readonly pieces: readonly Piece[];
  /** Matches a whole part; null where the part can be several. */
  readonly matcher: RegExp | null;
}

type Piece = { readonly text: string } | { readonly word: string };

/** What an address says when it has a pattern's form. */
export interface ParsedPath {
  readonly slug: string;
  /** Null when the pattern does not name it. */
  readonly locale: string | null;
}

/** Jekyll's named styles, as its documentation spells them out. */
const STYLES: Readonly<Record<string, string>> = {
  date: '/:categories/:year/:month/:day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
  weekdate: '/:categories/:year/W:week/:short_day/:title:output_ext',
  none: '/:categories/:title:output_ext',
};

// The longest word first, so that `:slug` is not taken for the start of another.
const WORD = new RegExp(
  `:(${Object.keys(PATH_WORDS)
    .sort((a, b) => b.length - a.length)
    .join('|')})`,
  'u'
);

/**
 * Reads a pattern of Jekyll's permalink words, or the name of one of its styles.
 *
 * @throws Error saying what to change, when a word is unknown, `:slug` is missing or there twice,
 *   the end is one that addresses lose in their canonical form, or two words of any length share a part (no address could be read back).
 */
export function parsePattern(pattern: string): PathPattern {
  const text = STYLES[pattern] ?? pattern;
  if (!text.startsWith('/'))
    throw new Error('it has to begin with "/", or to be the name of a style');
  if (text.endsWith('/index.html')) {
    throw new Error('it has to end in "/": a folder and its index.html are one address');
  }
  const parts = text
    .split('/')
    .filter((part) => part !== '')
    .map(parsePart);
  const words = parts.flatMap((part) => part.pieces.flatMap((p) => ('word' in p ? [p.word] : [])));
  if (words.filter((word) => word === 'slug' || word === 'title').length !== 1) {
    throw new Error('it has to have :slug (or :title) once');
  }
  if (parts.filter((part) => part.matcher === null).length > 1) {
    throw new Error('it may have :categories once');
  }
  return { text, parts, slashAtEnd: text.endsWith('/') };
}

function parsePart(part: string): PatternPart {
  const pieces = part
    .split(WORD)
    .map((piece, index): Piece => (index % 2 === 1 ? { word: piece } : { text: piece }))
    .filter((piece) => !('text' in piece && piece.text === ''));
  const unknown = pieces.find((piece) => 'text' in piece && /:[a-z_]/u.test(piece.text));
  if (unknown && 'text' in unknown) throw new Error(`it has "${part}", where a word is not known`);
  const spreads = pieces.some((piece) => 'word' in piece && PATH_WORDS[piece.word]?.spreads);
  if (spreads && pieces.length > 1) {
    throw new Error(`it has "${part}", and :categories has to stand alone between slashes`);
  }
  return { pieces, matcher: spreads ? null : matcherOf(pieces) };
}

function matcherOf(pieces: readonly Piece[]): RegExp {
  const source = pieces.map((piece) => {
    if ('text' in piece) return piece.text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
    const shape = PATH_WORDS[piece.word]?.shape ?? null;
    if (piece.word === 'slug' || piece.word === 'title') return '(?<slug>.+)';
    return piece.word === 'locale' ? `(?<locale>${shape})` : shape;
  });
  return new RegExp(`^${source.join('')}$`, 'su');
}

/**
 * The path of a document, percent-encoded, or null when it lacks what the pattern needs (a date).
 * Empty words leave no double slash, as in Jekyll.
 */
export function renderPath(pattern: PathPattern, facts: PathFacts): string | null {
  const parts: string[] = [];
  for (const part of pattern.parts) {
    let rendered = '';
    for (const piece of part.pieces) {
      const text = 'text' in piece ? piece.text : PATH_WORDS[piece.word]?.render(facts);
      if (text === null || text === undefined) return null;
      rendered += text;
    }
    parts.push(...rendered.split('/').filter((segment) => segment !== ''));
  }
  return `/${parts.map(encodePart).join('/')}${pattern.slashAtEnd ? '/' : ''}`;
}

/** Percent-encodes as Jekyll does (`URL.escape_path`): what RFC 3986 allows in a path stays. */
function encodePart(part: string): string {
  return encodeURIComponent(part).replace(/%(?:24|26|2B|2C|3A|3B|3D|40)/gu, decodeURIComponent);
}

/** The slug in a canonical address that has the pattern's form, or null. */
export function parsePath(pattern: PathPattern, address: string): ParsedPath | null {
  const segments = address.split('/').filter((segment) => segment !== '');
  const spread = pattern.parts.findIndex((part) => part.matcher === null);
  const fixed = spread < 0 ? pattern.parts : pattern.parts.toSpliced(spread, 1);
  if (segments.length < fixed.length) return null;
  if (spread < 0 && segments.length > fixed.length) return null;
  const bare = spread < 0 ? segments : segments.toSpliced(spread, segments.length - fixed.length);
  let slug: string | undefined;
  let locale: string | undefined;
  for (const [index, part] of fixed.entries()) {
    const match = part.matcher?.exec(bare[index] ?? '');
    if (!match) return null;
    slug = match.groups?.['slug'] ?? slug;
    locale = match.groups?.['locale'] ?? locale;
  }
  return slug === undefined ? null : { slug, locale: locale ?? null };
}
