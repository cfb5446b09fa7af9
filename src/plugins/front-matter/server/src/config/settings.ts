/** What a post's own fields are called here, whatever the content type calls them. */
export const POST_FIELDS = [
  'title',
  'slug',
  'date',
  'body',
  'excerpt',
  'sourceCode',
  'sourceKey',
  'sourceUrl',
  'sourceName',
  'frontMatter',
] as const;

export type PostField = (typeof POST_FIELDS)[number];

export const TERM_KINDS = ['categories', 'tags'] as const;

export type TermKind = (typeof TERM_KINDS)[number];

/** How one kind of terms is kept: a relation of the post, and three attributes of its target. */
export interface TermSettings {
  readonly attribute: string;
  readonly name: string;
  readonly slug: string;
  /** Addresses a term's page had, with `:name` for the term as written; kept as redirects. */
  readonly paths: readonly string[];
  /** True where each category of a post stands under the one before it; an archive may say itself. */
  readonly nested: boolean;
  /** The target's relation to the term above; null for terms that are never nested. */
  readonly parent: string | null;
}

export const DEFAULT_PARENT = 'parent';

/** The plugin's configuration, checked. */
export interface Settings {
  /** UID of the content type that posts become. */
  readonly contentType: string;
  /** The type's attribute for each field; `false` leaves a field out. What is not named goes by its own name if the type has it. */
  readonly attributes: Readonly<Partial<Record<PostField, string | false>>>;
  readonly categories: TermSettings | false;
  readonly tags: TermSettings | false;
  /** Further front matter keys and the attributes they become. */
  readonly keys: Readonly<Record<string, string>>;
}

export const DEFAULT_SETTINGS: Settings = {
  contentType: 'api::post.post',
  attributes: {},
  categories: {
    attribute: 'categories',
    name: 'name',
    slug: 'slug',
    paths: [],
    nested: false,
    parent: DEFAULT_PARENT,
  },
  tags: { attribute: 'tags', name: 'name', slug: 'slug', paths: [], nested: false, parent: null },
  keys: {},
};
