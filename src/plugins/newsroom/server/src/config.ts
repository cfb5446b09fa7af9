import { orNull, parseConfig, pluginPlace } from 'strapi-plugin-kit/config';
import { z } from 'zod';

/** The name of an attribute. */
const attribute = z.string().min(1);

const type = z.strictObject({
  /** Fields of the form that are folded until somebody opens them. */
  fold: z.array(attribute).default([]),
});

/** One type of terms: what documents are filed under, or found by. */
const termSettings = z.strictObject({
  /** The attribute that holds a term's name. */
  name: attribute.default('name'),
  /** The relation to the term above; null where terms are not nested. */
  parent: orNull(attribute),
  /** The relations by which documents have terms, by the documents' type. */
  posts: z.record(z.string(), attribute).default({}),
});

const schema = z.strictObject({
  /** The content types to serve, by uid. */
  contentTypes: z.record(z.string(), type).default({}),
  schedule: z
    .strictObject({
      /** Whether this instance publishes and unpublishes what is due; one at least has to. */
      carryOut: z.boolean().default(true),
    })
    .prefault({}),
  /** The content types that are terms of others, by uid. */
  terms: z.record(z.string(), termSettings).default({}),
});

export type NewsroomConfig = z.infer<typeof schema>;

/**
 * The plugin's configuration with its defaults filled in.
 * @throws {ConfigurationError} naming the keys that cannot be used
 */
export const readConfig = (config: unknown): NewsroomConfig =>
  parseConfig(schema, config, pluginPlace('newsroom'));

export default {
  default: {},
  validator: (config: unknown): void => {
    readConfig(config);
  },
};
