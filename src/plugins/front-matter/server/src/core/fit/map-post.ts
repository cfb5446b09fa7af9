import { type Issue, issueOf } from '../issue';
import type { JsonValue, Post } from '../post';
import { type Related, readRelated } from './read-related';

/** The source that a post's trailer names, and the body without the trailer. */
export interface Trailer {
  readonly body: string;
  readonly trailer: string;
  readonly url: string | null;
  readonly code: string | null;
  readonly name: string | null;
  readonly key: string | null;
}

/** Whether a document is public, and if not, the code of the reason. */
export type Visibility =
  | { readonly shown: true }
  | { readonly shown: false; readonly code: 'DRAFT' | 'UNPUBLISHED' | 'FUTURE' };

/** A post in the fields of content types, not yet fitted to their attributes. */
export interface MappedPost {
  /** By field; null where the file has no value. */
  readonly fields: {
    readonly title: string | null;
    readonly slug: string;
    readonly date: string | null;
    readonly body: string;
    readonly excerpt: string | null;
    readonly sourceCode: string | null;
    readonly sourceKey: string | null;
    readonly sourceUrl: string | null;
    readonly sourceName: string | null;
    readonly frontMatter: JsonValue;
  };
  /** Values of front matter keys that have an attribute of their own, by key. */
  readonly keys: Readonly<Record<string, JsonValue>>;
  /** Categories and tags. */
  readonly terms: Readonly<Record<string, readonly string[]>>;
  /** What front matter keys say of relations, by key; of those alone that are given. */
  readonly related: ReadonlyMap<string, Related>;
  /** The front matter key that the excerpt is from; null where it is the body's. */
  readonly excerptKey: string | null;
  /** The categories as paths, the outermost first, where they are nested. */
  readonly categoryPaths: readonly (readonly string[])[];
  readonly visibility: Visibility;
  /** Addresses that the post had, percent-encoded or raw, the generator's own first. */
  readonly paths: readonly string[];
  readonly trailer: string;
  readonly issues: readonly Issue[];
}

/** Which attributes the content type has for a post's parts. */
export interface Mapping {
  /** Fields and kinds of terms that have an attribute. */
  readonly parts: ReadonlySet<string>;
  /** Front matter keys that have an attribute of their own by configuration. */
  readonly keys: ReadonlySet<string>;
  /** Front matter keys that become relations. */
  readonly relations: ReadonlyMap<string, RelatedBy>;
}

/** How the entries of a relation are known. */
interface RelatedBy {
  /** The attribute of theirs that holds what files say. */
  readonly by: string;
  /** Whether a post has one at most. */
  readonly isOne: boolean;
}

/** The keys that an excerpt is taken from, the first that has a text. */
const EXCERPT_KEYS = ['excerpt', 'description'];

/** Front matter keys whose values are a part of a post. */
const PART_OF_KEY: Readonly<Record<string, string>> = {
  title: 'title',
  slug: 'slug',
  date: 'date',
  categories: 'categories',
  category: 'categories',
  tags: 'tags',
  tag: 'tags',
};

/** The part of a post that a key of the front matter may be by itself; null for none. */
export const partOfKey = (key: string): string | null => {
  if (EXCERPT_KEYS.includes(key)) return 'excerpt';
  return Object.hasOwn(PART_OF_KEY, key) ? (PART_OF_KEY[key] ?? null) : null;
};

const REASONS = {
  DRAFT:
    'is a draft: it was imported as one, and only editors see it. Publish it when it is ready.',
  UNPUBLISHED: 'says "published: false": it is imported as a draft. Publish it to show it.',
  FUTURE:
    'is dated in the future: it is imported as a draft. Import again after its date, or publish it; with --schedule-future it is published then.',
} as const;

const visibilityOf = (post: Post, now: number): Visibility => {
  if (post.draft) return { shown: false, code: 'DRAFT' };
  if (!post.published) return { shown: false, code: 'UNPUBLISHED' };
  if (post.hiddenUntilDate && post.date !== null && Date.parse(post.date) > now)
    return { shown: false, code: 'FUTURE' };
  return { shown: true };
};

const isText = (value: JsonValue | undefined): value is string =>
  typeof value === 'string' && value.trim() !== '';

/** The quotation that a body begins with: its first lines, as long as they begin with `>`. */
const leadingQuote = (body: string): string | null => {
  const start = body.search(/\S/);
  if (body[start] !== '>') return null;
  const lines: string[] = [];
  for (const line of body.slice(start).split(/\r?\n/)) {
    if (!line.startsWith('>')) break;
    lines.push(line.replace(/^> ?/, ''));
  }
  const quote = lines.join('\n').trim();
  return quote === '' ? null : quote;
};

const excerptOf = (post: Post, body: string): { text: string | null; key: string | null } => {
  for (const key of EXCERPT_KEYS) {
    const value = post.frontMatter[key];
    if (isText(value)) return { text: value, key };
  }
  return { text: leadingQuote(body), key: null };
};

/** The time in UTC. A date that cannot be parsed stays as it is, for fitting to refuse. */
const utcDateOf = (date: string | null): string | null => {
  if (date === null) return null;
  const time = Date.parse(date);
  return Number.isNaN(time) ? date : new Date(time).toISOString();
};

const relatedOf = ({ frontMatter }: Post, { relations }: Mapping): ReadonlyMap<string, Related> => {
  const related = new Map<string, Related>();
  for (const [key, { by, isOne }] of relations) {
    if (!Object.hasOwn(frontMatter, key)) continue;
    const read = readRelated(frontMatter[key] ?? null, by);
    const hasMore = read.hasMore || (isOne && read.texts.length > 1);
    related.set(key, { ...read, hasMore });
  }
  return related;
};

/**
 * Maps a post to the fields of a content type. Keys of the front matter that have no attribute are kept
 * in the field `frontMatter`.
 *
 * @param now milliseconds since the epoch: posts with a later date may be hidden
 */
export const mapPost = (
  post: Post,
  trailer: Trailer,
  mapping: Mapping,
  now: number
): MappedPost => {
  const excerpt = excerptOf(post, trailer.body);
  const visibility = visibilityOf(post, now);
  const related = relatedOf(post, mapping);
  const hasOwn = (key: string): boolean =>
    mapping.keys.has(key) ||
    related.get(key)?.hasMore === false ||
    mapping.parts.has(key === excerpt.key ? 'excerpt' : (PART_OF_KEY[key] ?? ''));
  const entries = Object.entries(post.frontMatter);
  return {
    fields: {
      title: post.title,
      slug: post.slug,
      date: utcDateOf(post.date),
      body: trailer.body,
      excerpt: excerpt.text,
      sourceCode: trailer.code,
      sourceKey: trailer.key,
      sourceUrl: trailer.url,
      sourceName: trailer.name,
      frontMatter: Object.fromEntries(entries.filter(([key]) => !hasOwn(key))),
    },
    keys: Object.fromEntries(entries.filter(([key]) => mapping.keys.has(key))),
    terms: { categories: post.categories, tags: post.tags },
    related,
    excerptKey: excerpt.key,
    categoryPaths: post.categoryPaths,
    visibility,
    paths: [...(post.url === null ? [] : [post.url]), ...post.redirectFrom],
    trailer: trailer.trailer,
    issues: visibility.shown
      ? []
      : [issueOf(visibility.code, { message: `The post ${REASONS[visibility.code]}` })],
  };
};
