import { hasToBe, parseConfig, pluginPlace, wholeNumber } from 'strapi-plugin-kit/config';
import { z } from 'zod';
import { compileSourceRules } from './core/rules/compile-rules';
import { rulesShape } from './core/rules/rules-schema';

const attribute = z.string().min(1);
const optionalAttribute = z.union([attribute, z.literal(false)]);

/** The attributes of one content type; `false` where it does without one. */
const attributes = z.strictObject({
  code: attribute.default('sourceCode'),
  url: attribute.default('sourceUrl'),
  key: optionalAttribute.default('sourceKey'),
  name: optionalAttribute.default('sourceName'),
  body: optionalAttribute.default('body'),
  /** What the computed link is called on REST and GraphQL; it is not an attribute. */
  link: z
    .string()
    .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, {
      error: hasToBe('a name that GraphQL takes: letters, digits and _'),
    })
    .default('sourceLink'),
});

/** Which of a content type's attributes hold what is known of its source. */
export type SourceAttributes = z.infer<typeof attributes>;

/** Ten minutes, in milliseconds. */
const LONGEST = 600_000;

/** How links are checked; times are in milliseconds. */
const check = z.strictObject({
  /** Nothing is ever asked of other people's servers unless this is `true`. */
  enabled: z.boolean().default(false),
  /** Between two requests to one host. */
  delay: wholeNumber(0, LONGEST).default(1000),
  timeout: wholeNumber(1, LONGEST).default(10_000),
  /** How often a link is asked for again when its server fails. */
  retries: wholeNumber(0, 10).default(2),
  /** How many hosts are asked at a time. */
  concurrency: wholeNumber(1, 64).default(4),
  /** Whether links into private networks and to this machine may be asked for. */
  allowPrivate: z.boolean().default(false),
  userAgent: z
    .string()
    .regex(/^[\x20-\x7e]{1,200}$/, { error: hasToBe('printable ASCII, 200 characters at most') })
    .default('strapi-plugin-source-links (link check)'),
});

/** The plugin's configuration. */
export const sourceLinksConfig = z.strictObject({
  ...rulesShape,
  /** The content types to serve, by uid. */
  contentTypes: z.record(z.string(), attributes).default({}),
  check: check.prefault({}),
});

export type SourceLinksConfig = z.infer<typeof sourceLinksConfig>;

/**
 * The plugin's configuration with its defaults filled in.
 * @throws {ConfigurationError} naming the keys that cannot be used
 */
export function readConfig(config: unknown): SourceLinksConfig {
  const place = pluginPlace('source-links');
  const checked = parseConfig(sourceLinksConfig, config, place);
  compileSourceRules(checked, place);
  return checked;
}

/*
 * Strapi merges arrays of a plugin's defaults with the application's item by item, which would mix
 * providers: so all defaults are in the schema and none is here.
 */
export default {
  default: {},
  validator: (config: unknown): void => {
    readConfig(config);
  },
};
