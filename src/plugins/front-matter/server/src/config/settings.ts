import { hasToBe } from 'strapi-plugin-kit/config';
import { z } from 'zod';

import { type ArchivesSettings, archivesSchema } from './archives-settings';
import { type EventsSettings, eventsSchema } from './events-settings';

/** The fields of a post, whatever the content type calls them. */
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
export const DEFAULT_SLUG = 'slug';

const DEFAULT_TYPE = 'api::post.post';

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
  slug: attribute.default(DEFAULT_SLUG),
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

/** The plugin's configuration. The order of the importer's keys must not change: it is part of the fingerprint. */
export const configSchema = z
  .strictObject({
    contentType: attribute.nullish(),
    attributes: z
      .partialRecord(z.enum(POST_FIELDS), z.union([attribute, z.literal(false)]))
      .default({}),
    categories: z.union([z.literal(false), categories]).prefault({}),
    tags: z.union([z.literal(false), tags]).prefault({}),
    keys: z.record(z.string(), attribute).default({}),
    archives: archivesSchema,
    events: eventsSchema,
  })
  .transform(({ contentType, archives, events, ...settings }): FrontMatterConfig => ({
    importer: { contentType: contentType ?? DEFAULT_TYPE, ...settings },
    archives,
    events,
  }))
  .prefault({});

/** One kind of terms: a relation of the post, and attributes of its target. */
interface TermSettings {
  readonly attribute: string;
  readonly name: string;
  readonly slug: string;
  /** Old addresses of a term's page, with `:name` for the term; kept as redirects. */
  readonly paths: readonly string[];
  /** Whether each category of a post is the parent of the next; an archive's settings may say otherwise. */
  readonly nested: boolean;
  /** The target's relation to the parent; null for terms that are never nested. */
  readonly parent: string | null;
}

/** The plugin's configuration, checked. */
interface FrontMatterConfig {
  readonly importer: Settings;
  readonly archives: ArchivesSettings;
  readonly events: EventsSettings;
}

/** How archives are imported. */
export interface Settings {
  /** UID of the content type that posts become. */
  readonly contentType: string;
  /**
   * The type's attribute for each field; `false` for none. By default the attribute of the field's own
   * name, if the type has it.
   */
  readonly attributes: Readonly<Partial<Record<PostField, string | false>>>;
  readonly categories: TermSettings | false;
  readonly tags: TermSettings | false;
  /** Further front matter keys and the attributes they become. */
  readonly keys: Readonly<Record<string, string>>;
}
