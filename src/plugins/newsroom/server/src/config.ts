import {
  orElse,
  orNull,
  parseConfig,
  pluginPlace,
  readBy,
  timeZone,
  wholeNumber,
} from 'strapi-plugin-kit/config';
import { z } from 'zod';

import { readTemplate } from './core/previews/url-template';

/** The name of an attribute. */
const attribute = z.string().min(1);

const type = z.strictObject({
  /** Fields of the form that are folded until somebody opens them. */
  fold: z.array(attribute).default([]),
  /** What a preview calls attributes, by the language of its page: what the content manager calls them, where left out. */
  labels: z.partialRecord(z.enum(['en', 'zh-Hans']), z.record(attribute, z.string())).default({}),
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

const previewSettings = z.strictObject({
  /** The address of a frontend's preview, with placeholders; null for the page of this plugin. */
  url: orNull(readBy(readTemplate)),
  /** For how long a link can be opened that is sent to somebody; 0 for no links. */
  days: orElse(wholeNumber(0, 365), 7),
  /** The time zone of dates on the plugin's page; null for that of the server. */
  zone: orNull(timeZone),
});

/** The plugin's configuration. */
export const newsroomConfig = z.strictObject({
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
  preview: previewSettings.prefault({}),
});

export type NewsroomConfig = z.infer<typeof newsroomConfig>;

/**
 * The plugin's configuration with its defaults filled in.
 * @throws {ConfigurationError} naming the keys that cannot be used
 */
export const readConfig = (config: unknown): NewsroomConfig =>
  parseConfig(newsroomConfig, config, pluginPlace('newsroom'));

export default {
  default: {},
  validator: (config: unknown): void => {
    readConfig(config);
  },
};
