import { hasToBe } from 'strapi-plugin-kit/config';
import { z } from 'zod';

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

export const DEFAULT_PARENT = 'parent';

/** The name of an attribute. */
const attribute = z.string().min(1);

const address = z
  .string()
  .refine((pattern) => pattern.startsWith('/') && pattern.includes(':name'), {
    error: hasToBe('a path that begins with "/" and holds ":name"'),
  });

const termShape = (kind: TermKind) => ({
  attribute: attribute.default(kind),
  name: attribute.default('name'),
  slug: attribute.default('slug'),
  paths: z.array(address).default([]),
});

const categories = z.strictObject({
  ...termShape('categories'),
  nested: z.boolean().default(false),
  parent: attribute.default(DEFAULT_PARENT),
});

const tags = z
  .strictObject(termShape('tags'))
  .transform((settings): TermSettings => ({ ...settings, nested: false, parent: null }));

/** The plugin's configuration. The order of its keys is part of what imports are compared by. */
export const settingsSchema = z
  .strictObject({
    contentType: attribute.nullish(),
    attributes: z
      .partialRecord(z.enum(POST_FIELDS), z.union([attribute, z.literal(false)]))
      .default({}),
    categories: z.union([z.literal(false), categories]).prefault({}),
    tags: z.union([z.literal(false), tags]).prefault({}),
    keys: z.record(z.string(), attribute).default({}),
  })
  .transform(({ contentType, ...settings }): Settings => ({
    contentType: contentType ?? 'api::post.post',
    ...settings,
  }))
  .prefault({});

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
